import type { RemoteFile } from '../ports/drive-gateway.ts';
import { RemoteError } from '../ports/remote.ts';
import { DriveChanges } from './drive-changes.ts';
import { DriveRows, type FolderRow } from './drive-rows.ts';
import { StartCursors } from './drive-starts.ts';
import { isThere, walkInto } from './drive-walk.ts';
import type { Progress, SyncParts } from './parts.ts';
import { untilDone } from './slices.ts';

/** Everything is listed anew after a day, so that a change that was never told does not stay unseen. */
const RECONCILE_MS = 24 * 60 * 60_000;

/** Keeps the local copy of assigned folders equal to the remote one. */
export class DrivePull {
  readonly #parts: SyncParts;
  readonly #rows: DriveRows;
  readonly #changes: DriveChanges;

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#rows = new DriveRows(parts.store.sql);
    this.#changes = new DriveChanges(parts, this.#rows);
  }

  /** Throws RemoteError. Nothing is asked of the service when no folder is assigned. */
  async pull(accountId: string, progress: Progress, signal: AbortSignal): Promise<void> {
    const folders = this.#rows.folders(accountId);
    const { generation, listedAt } = this.#rows.generation(accountId);
    await untilDone(() => this.#parts.store.write(() => this.#rows.sweep(accountId, generation)));
    if (folders.length === 0) {
      await this.#forget(accountId, generation);
      return;
    }
    const now = this.#parts.clock.now();
    const listed = this.#rows.listedFolders(accountId);
    const present = new Set(folders.map((folder) => folder.id));
    const taken = [...listed].some((id) => !present.has(id));
    if (taken || listedAt === null || now - listedAt >= RECONCILE_MS || now < listedAt) {
      await this.#everything(accountId, folders, progress, signal);
      return;
    }
    try {
      const starts = new StartCursors(this.#parts, accountId, signal);
      const fresh = await this.#newFolders(accountId, folders, starts, progress, signal);
      await this.#changesOf(accountId, fresh, starts, progress, signal);
    } catch (error) {
      if (!(error instanceof RemoteError) || error.problem !== 'cursor_expired') throw error;
      this.#parts.logger.info('sync.drive.again', { account: accountId });
      await this.#everything(accountId, this.#rows.folders(accountId), progress, signal);
    }
  }

  /** Without an assigned folder there is nothing to keep. */
  async #forget(accountId: string, generation: number): Promise<void> {
    if (!this.#rows.any(accountId)) return;
    const { store } = this.#parts;
    store.write(() => {
      this.#rows.show(accountId, generation + 1, null);
      this.#rows.keepListedFolders(accountId, []);
      for (const driveId of this.#rows.cursors(accountId).keys()) this.#rows.dropCursor(accountId, driveId);
    });
    await untilDone(() => store.write(() => this.#rows.sweep(accountId, generation + 1)));
  }

  /** Lists all assigned folders beside what is visible; it becomes visible with the cursors. */
  async #everything(
    accountId: string,
    folders: readonly FolderRow[],
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    const { store, clock } = this.#parts;
    const visible = this.#rows.generation(accountId).generation;
    const generation = visible + 1;
    await untilDone(() => store.write(() => this.#rows.sweep(accountId, visible)));
    const starts = new StartCursors(this.#parts, accountId, signal);
    const lost = new Set<string>();
    const names = new Map<string, string>();
    for (const folder of folders) {
      const file = await this.#look(accountId, folder, starts, signal);
      if (file === null) lost.add(folder.id);
      else names.set(folder.id, file.name);
    }
    // The cursors are taken before anything is listed: what changes meanwhile comes again, and not never.
    const cursors = new Map<string, string>();
    const looked = this.#rows.folders(accountId);
    for (const driveId of new Set(looked.map((folder) => folder.driveId))) {
      const cursor = await starts.of(driveId);
      if (cursor === null) for (const f of looked) if (f.driveId === driveId) lost.add(f.id);
      if (cursor !== null) cursors.set(driveId, cursor);
    }
    const seen = looked.filter((folder) => !lost.has(folder.id));
    await walkInto(this.#parts, this.#rows, accountId, generation, seen, progress, signal);

    store.write((announce) => {
      this.#rows.show(accountId, generation, clock.now());
      this.#rows.keepListedFolders(
        accountId,
        folders.map((folder) => folder.id),
      );
      for (const driveId of this.#rows.cursors(accountId).keys()) this.#rows.dropCursor(accountId, driveId);
      for (const [driveId, cursor] of cursors) this.#rows.keepCursor(accountId, driveId, cursor);
      for (const folder of folders) {
        this.#rows.setFolderState(folder.id, lost.has(folder.id) ? 'lost' : 'present');
        const name = names.get(folder.id);
        // The top of a shared drive is called "Drive" by the service; the name it was chosen by is better.
        if (name !== undefined && folder.remoteId !== folder.driveId)
          this.#rows.renameFolder(folder.id, name);
        announce('files', folder.clientId);
      }
    });
    await untilDone(() => store.write(() => this.#rows.sweep(accountId, generation)));
  }

  /**
   * Folders that were assigned since the last listing, or may lie elsewhere now; of these, one that is where it was is
   * not listed again. @returns the drives whose cursor was just made.
   */
  async #newFolders(
    accountId: string,
    folders: readonly FolderRow[],
    starts: StartCursors,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<Set<string>> {
    const { store } = this.#parts;
    const { generation } = this.#rows.generation(accountId);
    const fresh = new Set<string>();
    const listed = this.#rows.listedFolders(accountId);
    for (const { id } of folders.filter((f) => !listed.has(f.id))) {
      const before = this.#rows.folders(accountId).find((f) => f.id === id);
      const file = before ? await this.#look(accountId, before, starts, signal) : null;
      const folder = this.#rows.folders(accountId).find((f) => f.id === id);
      if (!folder) continue;
      let cursor: string | null = this.#rows.cursors(accountId).get(folder.driveId) ?? null;
      if (cursor === null && file !== null) {
        cursor = await starts.of(folder.driveId);
        fresh.add(folder.driveId);
      }
      const there = cursor !== null && file !== null;
      const isKept =
        before?.state === 'present' && before.driveId === folder.driveId && !fresh.has(folder.driveId);
      if (there && !isKept)
        await walkInto(this.#parts, this.#rows, accountId, generation, [folder], progress, signal);
      store.write((announce) => {
        if (cursor !== null) this.#rows.keepCursor(accountId, folder.driveId, cursor);
        this.#rows.setFolderState(folder.id, there ? 'present' : 'lost');
        this.#rows.keepListedFolders(accountId, listed.add(folder.id));
        announce('files', folder.clientId);
      });
    }
    return fresh;
  }

  async #changesOf(
    accountId: string,
    fresh: ReadonlySet<string>,
    starts: StartCursors,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    // As they are now: a folder may just have been found in another drive.
    const used = new Set(this.#rows.folders(accountId).map((folder) => folder.driveId));
    for (const [driveId, cursor] of this.#rows.cursors(accountId)) {
      if (!used.has(driveId)) {
        this.#parts.store.write(() => this.#rows.dropCursor(accountId, driveId));
        continue;
      }
      if (fresh.has(driveId)) continue;
      try {
        const doubtful = await this.#changes.pull(accountId, driveId, cursor, progress, signal);
        if (doubtful) await this.#lookAt(accountId, driveId, starts, progress, signal);
      } catch (error) {
        if (!(error instanceof RemoteError) || error.problem !== 'gone' || driveId === '') throw error;
        this.#changes.loseDrive(accountId, driveId);
      }
    }
  }

  /** Null when the folder cannot be seen or is in the bin; notes when it lives in another drive now. */
  async #look(
    accountId: string,
    folder: FolderRow,
    starts: StartCursors,
    signal: AbortSignal,
  ): Promise<RemoteFile | null> {
    const file = await isThere(this.#parts, accountId, folder, signal);
    if (file === null) return null;
    // A single folder of a drive that the person is no member of, or no longer, is followed like an own one.
    const remote = file.driveId ?? '';
    const member = remote !== '' && (await starts.of(remote)) !== null;
    const driveId = member ? remote : '';
    if (driveId !== folder.driveId)
      this.#parts.store.write(() => this.#rows.setFolderDrive(folder.id, driveId));
    return file;
  }

  /** Looks whether assigned folders are still there, or there again. */
  async #lookAt(
    accountId: string,
    driveId: string,
    starts: StartCursors,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    for (const folder of this.#rows.folders(accountId)) {
      if (folder.driveId !== driveId) continue;
      const there = (await this.#look(accountId, folder, starts, signal)) !== null;
      if (there === (folder.state === 'present')) continue;
      const { generation } = this.#rows.generation(accountId);
      if (there) await walkInto(this.#parts, this.#rows, accountId, generation, [folder], progress, signal);
      this.#parts.store.write((announce) => {
        this.#rows.setFolderState(folder.id, there ? 'present' : 'lost');
        if (!there) this.#rows.pruneBelow(accountId, generation, folder.remoteId);
        announce('files', folder.clientId);
      });
    }
  }
}
