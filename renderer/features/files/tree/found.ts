import type { FolderView, FoundFile } from '#shared/ipc/files.ts';
import type { Node } from './nodes.ts';

/** What the filter found, as rows of one level that say where they lie. */
export function foundNodes(folders: readonly FolderView[], files: readonly FoundFile[]): Node[] {
  return files.flatMap((file, index) => {
    const folder = folders.find(({ id }) => id === file.folderId);
    if (!folder) return [];
    return {
      key: `${file.folderId}/${file.id}`,
      parent: null,
      folder,
      file,
      level: 1,
      position: index + 1,
      siblings: files.length,
      expanded: null,
      path: [folder.name, ...file.path].join(' / '),
    };
  });
}
