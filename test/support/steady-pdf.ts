/**
 * A PDF without what its writer stamps on it: when it was made, a mark of its own, and how it counted: the names of its
 * elements, which go on from one document to the next and do not always come in the same order, with their index, and
 * the numbers of its objects. Objects come here as they are first referred to from the root, numbered and named by that.
 */
export function steadyBytes(pdf: Buffer): Buffer {
  const text = pdf
    .toString('latin1')
    .replace(/\/(CreationDate|ModDate) \(D:[^)]*\)/g, '/$1 ()')
    .replace(/\/ID \[<[0-9A-Fa-f]*> *<[0-9A-Fa-f]*>\]/g, '/ID []')
    .replace(/\/IDTree \d+ 0 R/g, '');
  const objects = objectsOf(text);
  const numbers = new Map<string, number>();
  const waiting: string[] = [];
  const numbered = (name: string) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size + 1);
    waiting.push(name);
    return numbers.size;
  };
  const renumbered = (part: string) =>
    part.replace(/(\d+) 0 R\b/g, (_all, name: string) => `${numbered(name)} 0 R`);
  const trailer = /trailer\s*<<([\s\S]*?)>>/.exec(text)?.[1] ?? '';
  const written = [renumbered(trailer)];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { head, stream } = objects.get(next) ?? { head: '', stream: '' };
    written.push(`${numbers.get(next)} 0 obj${renumbered(head)}`, stream);
  }
  return Buffer.from(countedNames(written.join('\n')), 'latin1');
}

/** By number, what stands before the bytes of an object, and those. */
function objectsOf(text: string): Map<string, { readonly head: string; readonly stream: string }> {
  const objects = new Map<string, { readonly head: string; readonly stream: string }>();
  for (const [, number = '', body = ''] of text.matchAll(/^(\d+) 0 obj\b([\s\S]*?)^endobj$/gm)) {
    const at = body.indexOf('\nstream');
    objects.set(
      number,
      at < 0 ? { head: body, stream: '' } : { head: body.slice(0, at), stream: body.slice(at) },
    );
  }
  return objects;
}

function countedNames(text: string): string {
  const seen = new Map<string, string>();
  return text.replace(/\(node\d+\)/g, (name) => {
    const known = seen.get(name) ?? `(node${String(seen.size + 1).padStart(8, '0')})`;
    seen.set(name, known);
    return known;
  });
}
