import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { FileView, FolderView } from '#shared/ipc/files.ts';
import { call } from '../../../lib/api.ts';
import { flatten, type Node, type OpenFolder } from './nodes.ts';

/** At most so many assigned folders stand open from the start. */
const openAtFirst = 3;

export interface Tree {
  readonly nodes: readonly Node[];
  /** A folder was opened whose content is not here yet. */
  readonly loading: boolean;
  /** A folder could not be read. */
  readonly failed: boolean;
  readonly retry: () => void;
  readonly toggle: (node: Node) => void;
}

/** The tree of some folders: what is open, and what is in it, asked for folder by folder. */
export function useTree(folders: readonly FolderView[]): Tree {
  const [changed, setChanged] = useState<ReadonlyMap<string, OpenFolder | null>>(() => new Map());
  const open = useMemo(() => {
    const first = folders.length <= openAtFirst ? folders : [];
    const all = new Map<string, OpenFolder>();
    for (const { id, state } of first) if (state !== 'lost') all.set(id, { folderId: id, parentId: null });
    for (const [key, place] of changed) {
      if (place) all.set(key, place);
      else all.delete(key);
    }
    return all;
  }, [folders, changed]);
  const places = useMemo(() => {
    const ids = new Set(folders.map(({ id }) => id));
    return [...open.values()].filter(({ folderId }) => ids.has(folderId));
  }, [folders, open]);
  const answers = useQueries({
    queries: places.map((place) => ({
      queryKey: ['files.children', place],
      queryFn: () => call('files.children', place),
    })),
  });
  const content = new Map<string, readonly FileView[]>();
  for (const [index, place] of places.entries()) {
    const files = answers[index]?.data;
    if (files) content.set(nameOf(place), files);
  }
  const nodes = flatten(folders, open, (place) => content.get(nameOf(place)) ?? null);
  const toggle = useCallback(
    ({ key, folder, file, expanded }: Node) =>
      setChanged((old) =>
        new Map(old).set(key, expanded ? null : { folderId: folder.id, parentId: file?.id ?? null }),
      ),
    [],
  );
  return {
    nodes,
    loading: answers.some(({ isPending }) => isPending),
    failed: answers.some(({ isError }) => isError),
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch();
    },
    toggle,
  };
}

const nameOf = ({ folderId, parentId }: OpenFolder) => `${folderId}/${parentId ?? ''}`;
