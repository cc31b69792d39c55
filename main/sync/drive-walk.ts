import type { RemoteFile } from '../ports/drive-gateway.ts';
import { RemoteError } from '../ports/remote.ts';
import type { DriveRows } from './drive-rows.ts';
import type { Progress, SyncParts } from './parts.ts';
import { inSlices } from './slices.ts';

export interface WalkStart {
  readonly remoteId: string;
  /** Empty for the person's own drive. */
  readonly driveId: string;
}

/**
 * Lists a folder and everything below, page by page, and hands each file over with the folder it was found
 * in. Each folder is listed once, so that neither shortcuts nor nested starts lead in circles.
 */
export async function walk(
  parts: SyncParts,
  accountId: string,
  starts: readonly WalkStart[],
  take: (files: readonly RemoteFile[], parentId: string) => Promise<void> | void,
  signal: AbortSignal,
): Promise<void> {
  const seen = new Set(starts.map((start) => start.remoteId));
  const queue = [...starts];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const folder = next;
    let page: string | null = null;
    do {
      const found = await childrenOf(parts, accountId, folder, page, signal);
      await take(found.files, folder.remoteId);
      for (const file of found.files) {
        if (!file.folder || seen.has(file.id)) continue;
        seen.add(file.id);
        queue.push({ remoteId: file.id, driveId: folder.driveId });
      }
      page = found.nextPage;
    } while (page !== null);
  }
}

type Children = Awaited<ReturnType<SyncParts['drive']['children']>>;

/** A folder that went away a moment ago has no children; its own change tells the rest. */
async function childrenOf(
  parts: SyncParts,
  accountId: string,
  folder: WalkStart,
  page: string | null,
  signal: AbortSignal,
): Promise<Children> {
  try {
    return await parts.backoff.run(accountId, signal, () =>
      parts.drive.children(accountId, folder.remoteId, folder.driveId || null, page, signal),
    );
  } catch (error) {
    if (error instanceof RemoteError && error.problem === 'gone') return { files: [], nextPage: null };
    throw error;
  }
}

/** Walks into a generation of rows, in slices. */
export async function walkInto(
  parts: SyncParts,
  rows: DriveRows,
  accountId: string,
  generation: number,
  starts: readonly WalkStart[],
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  await walk(
    parts,
    accountId,
    starts,
    async (files, parentId) => {
      await inSlices(
        files,
        () => parts.store.wanted(),
        (work) => {
          parts.store.write(work);
          return true;
        },
        (file) => rows.put(accountId, generation, file, parentId),
      );
      progress(files.length);
    },
    signal,
  );
}

/** Whether an assigned folder can still be seen and is not in the bin. */
export async function isThere(
  parts: SyncParts,
  accountId: string,
  start: WalkStart,
  signal: AbortSignal,
): Promise<RemoteFile | null> {
  try {
    const file = await parts.backoff.run(accountId, signal, () =>
      parts.drive.file(accountId, start.remoteId, signal),
    );
    return file.trashed ? null : file;
  } catch (error) {
    if (error instanceof RemoteError && error.problem === 'gone') return null;
    throw error;
  }
}
