import type { PageEnd } from './remote.ts';

export interface RemoteFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly folder: boolean;
  readonly parentId: string | null;
  readonly driveId: string | null;
  readonly trashed: boolean;
  /** Bytes; null for folders and documents of the service itself. */
  readonly size: number | null;
  readonly modifiedAt: number;
  readonly modifiedBy: string;
  /** Grows with every change, the service's own documents included. */
  readonly version: string;
  readonly md5: string | null;
  readonly webUrl: string | null;
  /** What a shortcut points at; it is shown, never followed. */
  readonly shortcutTarget: string | null;
}

export type RemoteFileChange =
  | { readonly kind: 'file'; readonly at: number; readonly file: RemoteFile }
  /** Deleted for good, or no longer visible: the service does not say which. */
  | { readonly kind: 'removed'; readonly at: number; readonly id: string }
  /** A shared drive is no longer visible, or is (again). */
  | { readonly kind: 'drive-lost'; readonly driveId: string }
  | { readonly kind: 'drive-found'; readonly driveId: string };

/** Which folders a person may pick from. */
export type FolderPlace =
  | { readonly kind: 'folder'; readonly folderId: string; readonly driveId: string | null }
  | { readonly kind: 'my-drive' }
  /** The top folders of all shared drives; the drives themselves may not be listed with the scopes we ask for. */
  | { readonly kind: 'shared-drives' }
  | { readonly kind: 'shared-with-me' };

/** Files of one connected account. `driveId` null means the person's own drive. Every method throws RemoteError. */
export interface DriveGateway {
  /** A cursor for everything that changes from now on. */
  startCursor(accountId: string, driveId: string | null, signal: AbortSignal): Promise<string>;
  changes(
    accountId: string,
    driveId: string | null,
    cursor: string,
    signal: AbortSignal,
  ): Promise<PageEnd & { readonly changes: readonly RemoteFileChange[] }>;
  /** What lies directly in a folder and is not in the bin. */
  children(
    accountId: string,
    folderId: string,
    driveId: string | null,
    page: string | null,
    signal: AbortSignal,
  ): Promise<{ readonly files: readonly RemoteFile[]; readonly nextPage: string | null }>;
  /** Only the folders of a place, for choosing one. */
  folders(
    accountId: string,
    place: FolderPlace,
    page: string | null,
    signal: AbortSignal,
  ): Promise<{ readonly files: readonly RemoteFile[]; readonly nextPage: string | null }>;
  file(accountId: string, fileId: string, signal: AbortSignal): Promise<RemoteFile>;
}
