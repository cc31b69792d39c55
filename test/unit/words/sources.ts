import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';

export const root = resolve(import.meta.dirname, '../../..');

/** A node of the syntax tree, as far as these tests look at it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export interface Source {
  readonly file: string;
  readonly text: string;
  readonly nodes: readonly Node[];
}

/** Every TypeScript file below the folders, parsed, with its nodes in one list. */
export function sources(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.d)\.tsx?$/.test(name))
      .map((name) => parsed(join(folder, name), readFileSync(join(root, folder, name), 'utf8'))),
  );
}

export function parsed(file: string, text: string): Source {
  const { program } = parseSync(file, text, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  const nodes: Node[] = [];
  collect(program, nodes);
  return { file, text, nodes };
}

function collect(value: unknown, into: Node[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (value !== null && typeof value === 'object') {
    if ('type' in value && typeof value.type === 'string') into.push(value as unknown as Node);
    for (const field of Object.values(value)) if (typeof field === 'object') collect(field, into);
  }
}

/** `file:line` of a node. */
export function place(source: Source, node: Node): string {
  return `${source.file}:${source.text.slice(0, node.start).split('\n').length}`;
}
