export const FOLDER = 'application/vnd.google-apps.folder';
export const SHORTCUT = 'application/vnd.google-apps.shortcut';

/** A file, folder or shortcut as the server keeps it. */
export interface StoredFile {
  id: string;
  name: string;
  mimeType: string;
  parent: string | undefined;
  /** Set for everything inside a shared drive; such files have no owner. */
  driveId: string | undefined;
  owner: string | undefined;
  /** People this very item was shared with, beside what comes from its parents. */
  sharedWith: Set<string>;
  trashed: boolean;
  createdMs: number;
  modifiedMs: number;
  version: number;
  size: number | undefined;
  md5: string | undefined;
  shortcutTarget: string | undefined;
  lastModifiedBy: string;
  starred: boolean;
}

export interface SharedDrive {
  id: string;
  name: string;
  members: Set<string>;
  createdMs: number;
}

/** One line of a change log. */
export interface ChangeLine {
  kind: 'file' | 'drive';
  id: string;
  atMs: number;
}
