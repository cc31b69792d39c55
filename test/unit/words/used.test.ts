import { describe, expect, it } from 'vitest';
import en from '#shared/locales/en.ts';
import { type Node, parsed, place, type Source, sources } from './sources.ts';

const namespaces = Object.keys(en);

function has(key: string): boolean {
  const [namespace = '', path = ''] = key.split(':');
  let at: unknown = (en as Record<string, unknown>)[namespace];
  const parts = path.split('.');
  for (const [index, part] of parts.entries()) {
    if (at === null || typeof at !== 'object') return false;
    const tree = at as Record<string, unknown>;
    const last = index === parts.length - 1;
    at = tree[part] ?? (last ? (tree[`${part}_other`] ?? tree[`${part}_one`]) : undefined);
  }
  return at !== undefined;
}

/** The namespaces a key without one may mean here; a `t` that is handed in may be of any. */
function usual(source: Source): readonly string[] {
  const named = source.nodes.flatMap((node) => {
    if (node.type !== 'CallExpression' || (node.callee as Node).name !== 'useTranslation') return [];
    const [first] = node.arguments as Node[];
    if (first?.type === 'Literal') return [String(first.value)];
    if (first?.type === 'ArrayExpression') return [String((first.elements as Node[])[0]?.value)];
    return ['common'];
  });
  return named.length > 0 ? named : namespaces;
}

/** Calls `t('…')` and `words.text('…')` whose key is not in the catalogue. */
function missing(source: Source): string[] {
  const defaults = usual(source);
  return source.nodes.flatMap((node) => {
    if (node.type !== 'CallExpression') return [];
    const callee = node.callee as Node;
    const name = callee.type === 'MemberExpression' ? (callee.property as Node).name : callee.name;
    const [first] = node.arguments as Node[];
    const isT = callee.type === 'Identifier' && name === 't';
    const isWords = name === 'text' && first?.type === 'Literal' && /^[a-z]+:/.test(String(first.value));
    if ((!isT && !isWords) || first?.type !== 'Literal' || typeof first.value !== 'string') return [];
    const { value } = first;
    const candidates = value.includes(':') ? [value] : defaults.map((namespace) => `${namespace}:${value}`);
    return candidates.some(has) ? [] : [`${place(source, node)} ${value}`];
  });
}

/** Words for people that stand in the markup itself. */
function outside(source: Source): string[] {
  // An example of an address is the same in every language.
  const worded = /^(?!\S*\.example\b).*\p{L}{2,}/u;
  const spoken = new Set([
    'aria-label',
    'title',
    'placeholder',
    'label',
    'alt',
    'description',
    'lead',
    'text',
    'heading',
  ]);
  return source.nodes.flatMap((node) => {
    if (node.type === 'JSXText' && worded.test(String(node.value)))
      return [`${place(source, node)} ${String(node.value).trim()}`];
    if (node.type !== 'JSXAttribute' || !spoken.has(String((node.name as Node).name))) return [];
    const value = node.value as Node | null;
    return value?.type === 'Literal' && worded.test(String(value.value))
      ? [`${place(source, node)} ${value.value}`]
      : [];
  });
}

describe('every text', () => {
  const all = sources('renderer', 'main', 'shared/domain');

  it('that is asked for is in the catalogues', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(all.flatMap(missing)).toEqual([]);
  });

  it('that people read comes from the catalogues', () => {
    expect(all.filter(({ file }) => file.endsWith('.tsx')).flatMap(outside)).toEqual([]);
  });

  it('is found by these checks when it is missing or outside', () => {
    const bad = parsed(
      'bad.tsx',
      `const { t } = useTranslation('tasks'); const a = <b title="Hello there">{t('nowhere.at.all')} Some words</b>;`,
    );
    expect(missing(bad)).toEqual(['bad.tsx:1 nowhere.at.all']);
    expect(outside(bad)).toHaveLength(2);
  });
});
