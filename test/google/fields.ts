import { errors } from './google-error.ts';

/** A parsed `fields` mask: a name to the mask below it, or true for everything below. */
export type Mask = Map<string, Mask | true>;

/** Parses Google's partial-response syntax: `a,b(c,d),e/f,*`. */
export function parseFields(text: string): Mask {
  let at = 0;
  const fail = (): never => {
    throw errors.fieldSelection(text.slice(at, at + 20) || text);
  };
  const name = (): string => {
    const start = at;
    while (at < text.length && /[\w*]/.test(text[at] ?? '')) at += 1;
    if (start === at) fail();
    return text.slice(start, at);
  };
  const list = (): Mask => {
    const out: Mask = new Map();
    for (;;) {
      const first = name();
      let below: Mask | true = true;
      if (text[at] === '/') {
        at += 1;
        const rest = single();
        below = rest;
      } else if (text[at] === '(') {
        at += 1;
        below = list();
        if (text[at] !== ')') fail();
        at += 1;
      }
      const before = out.get(first);
      out.set(first, before instanceof Map && below instanceof Map ? new Map([...before, ...below]) : below);
      if (text[at] !== ',') return out;
      at += 1;
    }
  };
  const single = (): Mask => {
    const first = name();
    if (text[at] === '/') {
      at += 1;
      return new Map([[first, single()]]);
    }
    if (text[at] === '(') {
      at += 1;
      const below = list();
      if (text[at] !== ')') fail();
      at += 1;
      return new Map([[first, below]]);
    }
    return new Map([[first, true]]);
  };
  const mask = list();
  if (at !== text.length) fail();
  return mask;
}

/** Keeps what the mask names. */
export function applyMask(value: unknown, mask: Mask | true): unknown {
  if (mask === true || mask.has('*')) return value;
  if (Array.isArray(value)) return value.map((item) => applyMask(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, below] of mask) {
    const child = (value as Record<string, unknown>)[key];
    if (child !== undefined) out[key] = applyMask(child, below);
  }
  return out;
}

type SchemaNode = { $ref?: string; items?: SchemaNode; properties?: Record<string, SchemaNode> };

/** Throws Google's 400 when a mask names a field that the answer's schema does not have. */
export function checkMask(mask: Mask, node: SchemaNode, resolve: (ref: string) => SchemaNode): void {
  const open = node.$ref ? resolve(node.$ref) : node;
  if (open.items) {
    checkMask(mask, open.items, resolve);
    return;
  }
  if (!open.properties) return;
  for (const [key, below] of mask) {
    if (key === '*') continue;
    const child = open.properties[key];
    if (!child) throw errors.fieldSelection(key);
    if (below !== true) checkMask(below, child, resolve);
  }
}
