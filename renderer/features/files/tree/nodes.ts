import type { FileView, FolderView } from '#shared/ipc/files.ts';

/** A row of the tree: an assigned folder, or what lies below one. */
export interface Node {
  /** The way from the assigned folder, so that a file in two places has two keys. */
  readonly key: string;
  readonly parent: string | null;
  readonly folder: FolderView;
  /** Null for the assigned folder itself. */
  readonly file: FileView | null;
  /** From 1. */
  readonly level: number;
  /** Among its siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
  /** Null for what cannot be opened in the tree. */
  readonly expanded: boolean | null;
  /** Folders above it, where the tree does not show them. */
  readonly path: string | null;
}

/** A folder whose content is asked for; `parentId` null is the assigned folder. */
export interface OpenFolder {
  readonly folderId: string;
  readonly parentId: string | null;
}

/** The rows from top to bottom. `children` answers with what a folder holds, or null while that is not known. */
export function flatten(
  folders: readonly FolderView[],
  open: ReadonlyMap<string, OpenFolder>,
  children: (folder: OpenFolder) => readonly FileView[] | null,
): Node[] {
  const rows: Node[] = [];
  const below = (folder: FolderView, parent: string, level: number, opened: OpenFolder) => {
    const files = children(opened) ?? [];
    for (const [index, file] of files.entries()) {
      const key = `${parent}/${file.id}`;
      const inside = file.folder ? open.get(key) : undefined;
      const expanded = file.folder && file.hasChildren ? inside !== undefined : null;
      rows.push({
        key,
        parent,
        folder,
        file,
        level,
        position: index + 1,
        siblings: files.length,
        expanded,
        path: null,
      });
      // A folder that holds itself, which a service may once answer, must not go on for ever.
      if (inside && level < 100) below(folder, key, level + 1, inside);
    }
  };
  for (const [index, folder] of folders.entries()) {
    const opened = folder.state === 'lost' ? undefined : open.get(folder.id);
    rows.push({
      key: folder.id,
      parent: null,
      folder,
      file: null,
      level: 1,
      position: index + 1,
      siblings: folders.length,
      expanded: folder.state === 'lost' ? null : opened !== undefined,
      path: null,
    });
    if (opened) below(folder, folder.id, 2, opened);
  }
  return rows;
}

/** What a key does at row `at`: moves to another row, or opens or closes a folder. Null when it does nothing. */
export type Step = { readonly to: number } | { readonly toggle: string } | null;

/** The keys of a tree, as people know them from file managers. */
export function step(nodes: readonly Node[], at: number, key: string): Step {
  const node = nodes[at];
  if (!node) return null;
  const last = nodes.length - 1;
  if (key === 'ArrowDown') return { to: Math.min(at + 1, last) };
  if (key === 'ArrowUp') return { to: Math.max(at - 1, 0) };
  if (key === 'Home') return { to: 0 };
  if (key === 'End') return { to: last };
  if (key === 'ArrowRight') {
    if (node.expanded === false) return { toggle: node.key };
    const inside = node.expanded && nodes[at + 1]?.parent === node.key;
    return inside ? { to: at + 1 } : null;
  }
  if (key === 'ArrowLeft') {
    if (node.expanded) return { toggle: node.key };
    const above = nodes.findIndex((each) => each.key === node.parent);
    return above === -1 ? null : { to: above };
  }
  return null;
}
