import { fold } from '#shared/domain/text-search.ts';
import { AppError, type ErrorCode } from '#shared/ipc/errors.ts';
import type { BrowseView, FeedView, FileView, FolderView, FoundView } from '#shared/ipc/files.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DriveGateway, FolderPlace, RemoteFile } from '../../ports/drive-gateway.ts';
import type { IdSource } from '../../ports/id-source.ts';
import { RemoteError, type RemoteProblem } from '../../ports/remote.ts';
import type { Sync } from '../../ports/sync.ts';
import type { Store } from '../../store/store.ts';
import { FilesRepository } from './repository.ts';

const codes: Record<RemoteProblem, ErrorCode> = {
  reconnect: 'google_reconnect',
  denied: 'google_denied',
  limited: 'google_limited',
  offline: 'google_offline',
  gone: 'not_found',
  cancelled: 'cancelled',
  cursor_expired: 'google_failed',
  failed: 'google_failed',
  unreadable: 'google_failed',
  stopped: 'google_failed',
};

/** How long a person waits for a list of folders. */
const BROWSE_MS = 20_000;
/** More folders than anyone looks through. */
const MOST_PAGES = 5;
/** The same for files found by name; typing more narrows. */
const MOST_FOUND = 200;

export interface FilesParts {
  readonly store: Store;
  readonly drive: DriveGateway;
  readonly sync: Sync;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** Drive folders of clients: which, what is in them, and what changed. */
export class FilesService {
  readonly #parts: FilesParts;
  readonly #rows: FilesRepository;

  constructor(parts: FilesParts) {
    this.#parts = parts;
    this.#rows = new FilesRepository(parts.store.sql);
  }

  folders(clientId: string | null): readonly FolderView[] {
    return this.#rows.folders(clientId);
  }

  /** Throws `not_found` for a folder that lies elsewhere, or belongs to another client. */
  children(folderId: string, parentId: string | null): readonly FileView[] {
    const folder = this.#rows.folder(folderId);
    const files = folder ? this.#rows.children(folder, parentId ?? folder.remoteId) : null;
    if (!files) throw new AppError('not_found');
    return files;
  }

  find(clientId: string, text: string): FoundView {
    const wanted = fold(text).split(/\s+/).filter(Boolean);
    const found = this.#rows
      .everything(clientId)
      .filter(({ name }) => wanted.every((word) => fold(name).includes(word)))
      .sort((a, b) => a.name.localeCompare(b.name));
    return { files: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND };
  }

  feed(clientId: string, limit: number): FeedView {
    const lookedAt = this.#rows.lookedAt(clientId);
    return {
      lookedAt,
      fresh: this.#rows.freshCount(clientId, lookedAt),
      items: this.#rows.feed(clientId, lookedAt, limit),
    };
  }

  looked(clientId: string): void {
    if (!this.#rows.exists('clients', clientId)) throw new AppError('not_found');
    this.#parts.store.write((announce) => {
      this.#rows.look(clientId, this.#parts.clock.now());
      announce('files', clientId);
    });
  }

  /** Throws the `google_…` errors. */
  async browse(accountId: string, place: FolderPlace): Promise<BrowseView> {
    if (!this.#rows.exists('accounts', accountId)) throw new AppError('not_found');
    const { drive } = this.#parts;
    const signal = AbortSignal.timeout(BROWSE_MS);
    try {
      const found: RemoteFile[] = [];
      let page: string | null = null;
      for (let i = 0; i < MOST_PAGES; i += 1) {
        const answer: { files: readonly RemoteFile[]; nextPage: string | null } = await drive.folders(
          accountId,
          place,
          page,
          signal,
        );
        found.push(...answer.files);
        page = answer.nextPage;
        if (page === null) break;
      }
      const folders = found.map(({ id, name, driveId }) => ({ id, name, driveId }));
      folders.sort((a, b) => a.name.localeCompare(b.name));
      return { folders };
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      const late = error.problem === 'cancelled';
      throw new AppError(late ? 'google_offline' : codes[error.problem], {}, { cause: error });
    }
  }

  /** A folder belongs to one client; giving it to another moves it. */
  assign(input: {
    accountId: string;
    remoteId: string;
    driveId: string | null;
    name: string;
    clientId: string;
  }): {
    readonly id: string;
  } {
    const { store, ids, clock, sync } = this.#parts;
    if (!this.#rows.exists('accounts', input.accountId) || !this.#rows.exists('clients', input.clientId)) {
      throw new AppError('not_found');
    }
    const before = this.#rows.byRemote(input.accountId, input.remoteId);
    if (before?.clientId === input.clientId) return { id: before.id };
    const id = ids.next();
    store.act({ key: 'undo.folderAssigned', values: { name: input.name } }, (announce) => {
      // What was told to one client about its files is not told to the next.
      if (before) this.#rows.remove(before);
      this.#rows.add({ ...input, id, driveId: input.driveId ?? '', now: clock.now() });
      announce('files', before?.clientId ?? input.clientId);
      announce('files', input.clientId);
    });
    sync.soon(input.accountId);
    return { id };
  }

  unassign(folderId: string): void {
    const folder = this.#rows.folder(folderId);
    if (!folder) throw new AppError('not_found');
    this.#parts.store.act({ key: 'undo.folderUnassigned', values: { name: folder.name } }, (announce) => {
      this.#rows.remove(folder);
      announce('files', folder.clientId);
    });
    this.#parts.sync.soon(folder.accountId);
  }
}
