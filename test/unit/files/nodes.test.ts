import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten, type Node, type OpenFolder, step } from '#renderer/features/files/tree/nodes.ts';
import type { FileView, FolderView } from '#shared/ipc/files.ts';

const folder = (id: string, state: FolderView['state'] = 'present') => ({ id, state }) as FolderView;
const file = (id: string, inside: 'file' | 'full' | 'empty' = 'file') =>
  ({ id, folder: inside !== 'file', hasChildren: inside === 'full' }) as FileView;
const opened = (folderId: string, parentId: string | null = null): OpenFolder => ({ folderId, parentId });

const content: Readonly<Record<string, readonly FileView[]>> = {
  root: [file('plans', 'full'), file('empty', 'empty'), file('notes')],
  plans: [file('2026'), file('loop', 'full')],
  loop: [file('plans', 'full')],
};
const children = ({ parentId }: OpenFolder) => content[parentId ?? 'root'] ?? null;
const rows = (...open: string[]) => {
  const last = (key: string) => (key.includes('/') ? (key.split('/').at(-1) ?? null) : null);
  return flatten(
    [folder('A'), folder('B', 'lost')],
    new Map(open.map((key) => [key, opened('A', last(key))])),
    children,
  );
};
const keys = (nodes: readonly Node[]) => nodes.map(({ key }) => key);

describe('the rows of the tree', () => {
  it('are the assigned folders until one is opened; what is lost cannot be', () => {
    expect(rows().map(({ key, expanded }) => [key, expanded])).toEqual([
      ['A', false],
      ['B', null],
    ]);
    expect(keys(rows('B'))).toEqual(['A', 'B']);
  });

  it('tell a screen reader where each stands', () => {
    const nodes = rows('A', 'A/plans');
    expect(
      nodes.map(({ key, level, position, siblings, expanded }) => [key, level, position, siblings, expanded]),
    ).toEqual([
      ['A', 1, 1, 2, true],
      ['A/plans', 2, 1, 3, true],
      ['A/plans/2026', 3, 1, 2, null],
      ['A/plans/loop', 3, 2, 2, false],
      ['A/empty', 2, 2, 3, null],
      ['A/notes', 2, 3, 3, null],
      ['B', 1, 2, 2, null],
    ]);
  });

  it('keep one key for each way to a file, and end in a folder that holds itself', () => {
    const nodes = rows('A', 'A/plans', 'A/plans/loop');
    expect(keys(nodes)).toContain('A/plans/loop/plans');
    expect(new Set(keys(nodes)).size).toBe(nodes.length);
    const own = [file('self', 'full')];
    const open = { get: () => opened('A', 'self') } as unknown as ReadonlyMap<string, OpenFolder>;
    expect(flatten([folder('A')], open, () => own).at(-1)?.level).toBe(100);
  });

  it('show an opened folder before its content is known', () => {
    expect(flatten([folder('A')], new Map([['A', opened('A')]]), () => null)).toHaveLength(1);
  });
});

describe('the keys of the tree', () => {
  const nodes = rows('A', 'A/plans');
  const at = (key: string) => keys(nodes).indexOf(key);

  it('open, go in, close and go out', () => {
    expect(step(nodes, at('A/plans/loop'), 'ArrowRight')).toEqual({ toggle: 'A/plans/loop' });
    expect(step(nodes, at('A/plans'), 'ArrowRight')).toEqual({ to: at('A/plans/2026') });
    expect(step(nodes, at('A/plans'), 'ArrowLeft')).toEqual({ toggle: 'A/plans' });
    expect(step(nodes, at('A/plans/2026'), 'ArrowLeft')).toEqual({ to: at('A/plans') });
    expect(step(nodes, at('A/notes'), 'ArrowRight')).toBeNull();
    expect(step(nodes, at('B'), 'ArrowLeft')).toBeNull();
  });

  it('never leave the rows, and lead from one end to the other', () => {
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'x');
    fc.assert(
      fc.property(fc.array(key), (presses) => {
        let here = 0;
        for (const press of presses) {
          const next = step(nodes, here, press);
          if (next && 'to' in next) here = next.to;
          expect(nodes[here]).toBeDefined();
        }
        expect(step(nodes, here, 'End')).toEqual({ to: nodes.length - 1 });
        expect(step(nodes, here, 'Home')).toEqual({ to: 0 });
      }),
    );
    expect(step(nodes, nodes.length, 'End')).toBeNull();
  });
});
