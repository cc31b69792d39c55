import { Temporal } from 'temporal-polyfill';
import { errors } from '../google-error.ts';
import type { DriveStore } from './store.ts';
import type { StoredFile } from './types.ts';

type Test = (file: StoredFile, email: string) => boolean;

const TOKEN = /\s*(?:('(?:[^'\\]|\\.)*')|([A-Za-z]+)|(!=|<=|>=|=|<|>)|([()]))/y;

function tokenize(q: string): string[] {
  const out: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < q.trimEnd().length) {
    const match = TOKEN.exec(q);
    if (!match) throw errors.invalid('q');
    out.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
  }
  return out;
}

const unquote = (token: string): string => token.slice(1, -1).replaceAll(/\\(.)/g, '$1');

/** What a search names, for the fast path over one folder's children. */
export interface Search {
  test: Test;
  /** The folder, when every hit must be its child. */
  within: string | undefined;
}

/** Compiles Drive's `q`. Anything outside the documented grammar is Google's 400. */
export function compileSearch(q: string, store: DriveStore): Search {
  const tokens = tokenize(q);
  let at = 0;
  const take = (): string => tokens[at++] ?? '';
  const bad = (): never => {
    throw errors.invalid('q');
  };
  const bool = (text: string): boolean => (text === 'true' ? true : text === 'false' ? false : bad());
  const compare = (
    field: (f: StoredFile, email: string) => string | boolean | number,
    parse: (t: string) => string | boolean | number,
    ops: string[],
  ): Test => {
    const op = take();
    if (!ops.includes(op)) bad();
    const value = parse(take());
    return (f, email) => {
      const mine = field(f, email);
      if (op === '=') return mine === value;
      if (op === '!=') return mine !== value;
      if (op === 'contains') return String(mine).toLowerCase().includes(String(value).toLowerCase());
      if (op === '>') return mine > value;
      if (op === '<') return mine < value;
      return op === '>=' ? mine >= value : mine <= value;
    };
  };
  const quoted = (text: string): string => (text.startsWith("'") ? unquote(text) : bad());
  const instant = (text: string): number => {
    try {
      return Temporal.Instant.from(quoted(text)).epochMilliseconds;
    } catch {
      return bad();
    }
  };
  const rootAlias = (id: string, email: string): string => (id === 'root' ? store.rootOf(email) : id);
  const term = (): Test => {
    const token = take();
    if (token === '(') {
      const inner = either();
      if (take() !== ')') bad();
      return inner;
    }
    if (token === 'not') {
      const inner = term();
      return (f, e) => !inner(f, e);
    }
    if (token.startsWith("'")) {
      if (take() !== 'in') bad();
      const value = unquote(token);
      const field = take();
      if (field === 'parents') return (f, e) => f.parent === rootAlias(value, e) && store.canSee(e, f);
      if (field === 'owners') return (f, e) => f.owner === (value === 'me' ? e : value);
      return bad();
    }
    switch (token) {
      case 'name':
        return compare((f) => f.name, quoted, ['=', '!=', 'contains']);
      case 'mimeType':
        return compare((f) => f.mimeType, quoted, ['=', '!=', 'contains']);
      case 'trashed':
        return compare((f) => store.isTrashed(f), bool, ['=', '!=']);
      case 'starred':
        return compare((f) => f.starred, bool, ['=', '!=']);
      case 'modifiedTime':
        return compare((f) => f.modifiedMs, instant, ['=', '!=', '<', '>', '<=', '>=']);
      case 'sharedWithMe': {
        if (tokens[at] !== '=' && tokens[at] !== '!=') return (f, e) => f.sharedWith.has(e);
        return compare((f, e) => f.sharedWith.has(e), bool, ['=', '!=']);
      }
      default:
        return bad();
    }
  };
  const both = (): Test => {
    let left = term();
    while (tokens[at] === 'and') {
      at += 1;
      const a = left;
      const b = term();
      left = (f, e) => a(f, e) && b(f, e);
    }
    return left;
  };
  const either = (): Test => {
    let left = both();
    while (tokens[at] === 'or') {
      at += 1;
      const a = left;
      const b = both();
      left = (f, e) => a(f, e) || b(f, e);
    }
    return left;
  };
  if (tokens.length === 0) return { test: () => true, within: undefined };
  const test = either();
  if (at !== tokens.length) bad();
  const plain = !tokens.includes('or') && !tokens.includes('not');
  const place = tokens.findIndex(
    (t, i) => t.startsWith("'") && tokens[i + 1] === 'in' && tokens[i + 2] === 'parents',
  );
  return { test, within: plain && place >= 0 ? unquote(tokens[place] ?? '') : undefined };
}
