import type { RemoteFile, RemoteFileChange } from '../ports/drive-gateway.ts';
import type { Announce } from '../store/store.ts';
import type { DriveRows, FeedKind, FileRow, FolderRow } from './drive-rows.ts';
import { walk } from './drive-walk.ts';
import type { Progress, SyncParts } from './parts.ts';

/** Files found below folders that came into view with a page of changes. */
interface Found {
  readonly file: RemoteFile;
  readonly parentId: string;
}

function whatChanged(before: FileRow | null, after: RemoteFile, parentId: string): FeedKind | null {
  if (!before) return 'added';
  if (before.parentId !== parentId) return 'moved';
  if (before.name !== after.name) return 'renamed';
  const content = after.md5 === null ? before.modifiedAt !== after.modifiedAt : before.md5 !== after.md5;
  return content && !after.folder ? 'changed' : null;
}

const isThere = (change: RemoteFileChange): boolean => change.kind === 'file' && !change.file.trashed;

/** Applies pages of changes. Each page is one transaction together with the cursor of the next. */
export class DriveChanges {
  readonly #parts: SyncParts;
  readonly #rows: DriveRows;

  constructor(parts: SyncParts, rows: DriveRows) {
    this.#parts = parts;
    this.#rows = rows;
  }

  /**
   * @param driveId empty for the person's own drive.
   * @returns whether assigned folders may have come or gone without a change of their own, because
   * something above them did: then they must be looked at.
   */
  async pull(
    accountId: string,
    driveId: string,
    from: string,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { backoff, drive, store } = this.#parts;
    let doubtful = false;
    let cursor: string | null = from;
    while (cursor !== null) {
      const at: string = cursor;
      const page: Awaited<ReturnType<typeof drive.changes>> = await backoff.run(accountId, signal, () =>
        drive.changes(accountId, driveId || null, at, signal),
      );
      const next = page.nextPage ?? page.nextCursor ?? at;
      if (page.changes.length > 0 || next !== at) {
        const found = await this.#below(accountId, page.changes, signal);
        doubtful = page.changes.some((change) => this.#touchesUnknown(accountId, change)) || doubtful;
        store.write((announce) => {
          // What is there comes first, so that it is out of a folder before that folder goes.
          for (const change of page.changes) if (isThere(change)) this.#apply(accountId, change, announce);
          for (const change of page.changes) if (!isThere(change)) this.#apply(accountId, change, announce);
          this.#place(accountId, found);
          this.#rows.keepCursor(accountId, driveId, next);
        });
      }
      progress(page.changes.length);
      cursor = page.nextPage;
    }
    return doubtful;
  }

  #touchesUnknown(accountId: string, change: RemoteFileChange): boolean {
    if (change.kind === 'drive-lost' || change.kind === 'drive-found') return false;
    const { generation } = this.#rows.generation(accountId);
    const remoteId = change.kind === 'file' ? change.file.id : change.id;
    const known = this.#rows.file(accountId, generation, remoteId);
    if (known) return known.isFolder && !isThere(change) && this.#rows.folders(accountId).length > 1;
    return change.kind === 'removed' || change.file.folder;
  }

  /** A shared drive is no longer visible. */
  loseDrive(accountId: string, driveId: string): void {
    this.#parts.store.write((announce) => this.#loseDrive(accountId, driveId, announce));
  }

  /**
   * A folder that came into view brings things that have no change of their own: it is listed before the
   * page is applied.
   */
  async #below(
    accountId: string,
    changes: readonly RemoteFileChange[],
    signal: AbortSignal,
  ): Promise<Found[]> {
    const { generation } = this.#rows.generation(accountId);
    const folders = new Map(this.#rows.folders(accountId).map((folder) => [folder.remoteId, folder]));
    const drives = this.#rows.cursors(accountId);
    const starts = changes.flatMap((change) => {
      if (change.kind !== 'file' || !change.file.folder || change.file.trashed) return [];
      const { file } = change;
      const back = folders.get(file.id)?.state === 'lost';
      const known =
        this.#rows.file(accountId, generation, file.id) !== null || (folders.has(file.id) && !back);
      if (known) return [];
      // Of a drive that the person is no member of, single folders can still be shared: they are listed like own ones.
      const drive = file.driveId !== null && drives.has(file.driveId) ? file.driveId : '';
      return [{ remoteId: file.id, driveId: drive }];
    });
    const found: Found[] = [];
    await walk(
      this.#parts,
      accountId,
      starts,
      (files, parentId) => {
        for (const file of files) found.push({ file, parentId });
      },
      signal,
    );
    return found;
  }

  /** Keeps what lies below something that is kept. Parents come before their children in `found`. */
  #place(accountId: string, found: readonly Found[]): void {
    const { generation } = this.#rows.generation(accountId);
    for (const { file, parentId } of found) {
      if (this.#holds(accountId, generation, parentId)) this.#rows.put(accountId, generation, file, parentId);
    }
  }

  #holds(accountId: string, generation: number, parentId: string): boolean {
    const root = this.#rows.folders(accountId).find((folder) => folder.remoteId === parentId);
    if (root && root.state !== 'lost') return true;
    return this.#rows.file(accountId, generation, parentId)?.isFolder === true;
  }

  #apply(accountId: string, change: RemoteFileChange, announce: Announce): void {
    if (change.kind === 'drive-lost') {
      this.#loseDrive(accountId, change.driveId, announce);
      return;
    }
    if (change.kind === 'drive-found') {
      this.#findDrive(accountId, change.driveId);
      return;
    }
    const { generation } = this.#rows.generation(accountId);
    const remoteId = change.kind === 'file' ? change.file.id : change.id;
    const root = this.#rows.folders(accountId).find((folder) => folder.remoteId === remoteId);
    if (root) this.#applyRoot(generation, root, change, announce);

    const before = this.#rows.file(accountId, generation, remoteId);
    const file = change.kind === 'file' && !change.file.trashed ? change.file : null;
    const parentId = file?.parentId ?? null;
    if (file && parentId !== null && this.#holds(accountId, generation, parentId)) {
      const folder = this.#rows.nearestFolder(accountId, generation, remoteId, parentId);
      const what = whatChanged(before, file, parentId);
      this.#rows.put(accountId, generation, file, parentId);
      if (folder && what) this.#rows.tell(folder, file, what, file.modifiedBy, change.at);
      if (folder) announce('files', folder.clientId);
    } else if (before) {
      const folder = this.#rows.nearestFolder(accountId, generation, remoteId, before.parentId);
      const gone = { id: remoteId, name: before.name, folder: before.isFolder };
      if (folder)
        this.#rows.tell(folder, gone, file ? 'moved' : 'removed', file?.modifiedBy ?? '', change.at);
      if (folder) announce('files', folder.clientId);
      if (root) this.#rows.pruneRow(accountId, generation, remoteId);
      else this.#rows.prune(accountId, generation, remoteId);
    }
  }

  #applyRoot(generation: number, root: FolderRow, change: RemoteFileChange, announce: Announce): void {
    const there = change.kind === 'file' && !change.file.trashed;
    if (this.#rows.setFolderState(root.id, there ? 'present' : 'lost')) announce('files', root.clientId);
    if (!there) this.#rows.pruneBelow(root.accountId, generation, root.remoteId);
    if (change.kind === 'file' && (change.file.driveId ?? '') !== root.driveId) {
      this.#listAnew(root.accountId, [root]);
    }
    if (change.kind === 'file' && root.remoteId !== root.driveId) {
      if (this.#rows.renameFolder(root.id, change.file.name)) announce('files', root.clientId);
    }
  }

  /**
   * Folders of a drive that came back are listed like newly assigned ones. Those that are followed like own ones may lie
   * in that drive, whose changes are from now on told elsewhere: they are looked at, and listed if they do.
   */
  #findDrive(accountId: string, driveId: string): void {
    const folders = this.#rows.folders(accountId);
    this.#listAnew(
      accountId,
      folders.filter((folder) =>
        folder.driveId === driveId ? folder.state === 'lost' : folder.driveId === '',
      ),
    );
  }

  /** The next round lists these folders again. */
  #listAnew(accountId: string, folders: readonly FolderRow[]): void {
    if (folders.length === 0) return;
    const listed = this.#rows.listedFolders(accountId);
    for (const folder of folders) listed.delete(folder.id);
    this.#rows.keepListedFolders(accountId, listed);
  }

  #loseDrive(accountId: string, driveId: string, announce: Announce): void {
    const { generation } = this.#rows.generation(accountId);
    const roots = this.#rows.folders(accountId).filter((folder) => folder.driveId === driveId);
    // Single folders may still be shared with the person: the next round looks.
    this.#listAnew(accountId, roots);
    for (const root of roots) {
      if (this.#rows.setFolderState(root.id, 'lost')) announce('files', root.clientId);
      this.#rows.pruneBelow(accountId, generation, root.remoteId);
    }
    this.#rows.dropCursor(accountId, driveId);
  }
}
