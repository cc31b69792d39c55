import type { Statement } from 'better-sqlite3';
import type { RemoteFile } from '../ports/drive-gateway.ts';
import type { Sql } from '../store/open.ts';

/** A folder that was given to a client. `driveId` is empty for the person's own drive. */
export interface FolderRow {
  readonly id: string;
  readonly accountId: string;
  readonly clientId: string;
  readonly remoteId: string;
  readonly driveId: string;
  readonly state: 'new' | 'present' | 'lost';
}

export interface FileRow {
  readonly remoteId: string;
  readonly parentId: string;
  readonly name: string;
  readonly isFolder: boolean;
  readonly version: string;
  readonly md5: string | null;
  readonly modifiedAt: number;
  readonly modifiedBy: string;
}

export type FeedKind = 'added' | 'changed' | 'renamed' | 'moved' | 'removed';

const KEPT_FEED = 2_000;
const FOLDER_COLUMNS =
  'id, account_id AS accountId, client_id AS clientId, remote_id AS remoteId, drive_id AS driveId, state';

/** SQL for the copy of remote files. Writes run inside the caller's transaction. */
export class DriveRows {
  readonly #sql: Sql;
  readonly #statements = new Map<string, Statement>();

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** A listing runs the same few statements for every file. */
  #prepared(text: string): Statement {
    const known = this.#statements.get(text);
    if (known) return known;
    const made = this.#sql.prepare(text);
    this.#statements.set(text, made);
    return made;
  }

  folders(accountId: string): FolderRow[] {
    return this.#prepared(`SELECT ${FOLDER_COLUMNS} FROM drive_folders WHERE account_id = ?`).all(
      accountId,
    ) as FolderRow[];
  }

  setFolderState(id: string, state: FolderRow['state']): boolean {
    return (
      this.#prepared('UPDATE drive_folders SET state = ? WHERE id = ? AND state <> ?').run(state, id, state)
        .changes > 0
    );
  }

  /** A folder can be moved between the person's own drive and shared ones. */
  setFolderDrive(id: string, driveId: string): boolean {
    return (
      this.#prepared('UPDATE drive_folders SET drive_id = ? WHERE id = ? AND drive_id <> ?').run(
        driveId,
        id,
        driveId,
      ).changes > 0
    );
  }

  renameFolder(id: string, name: string): boolean {
    return (
      this.#prepared('UPDATE drive_folders SET name = ? WHERE id = ? AND name <> ?').run(name, id, name)
        .changes > 0
    );
  }

  generation(accountId: string): { readonly generation: number; readonly listedAt: number | null } {
    return this.#prepared(
      'SELECT files_generation AS generation, files_listed_at AS listedAt FROM accounts WHERE id = ?',
    ).get(accountId) as { generation: number; listedAt: number | null };
  }

  /** Which assigned folders the copy holds, by id: a person's undo may bring one back behind the back of sync. */
  listedFolders(accountId: string): Set<string> {
    const row = this.#prepared('SELECT files_folders AS ids FROM accounts WHERE id = ?').get(accountId);
    const { ids } = row as { ids: string };
    return new Set(ids.split(' ').filter((id) => id !== ''));
  }

  keepListedFolders(accountId: string, ids: Iterable<string>): void {
    this.#prepared('UPDATE accounts SET files_folders = ? WHERE id = ?').run([...ids].join(' '), accountId);
  }

  /** A complete listing becomes what people see. */
  show(accountId: string, generation: number, now: number | null): void {
    this.#prepared('UPDATE accounts SET files_generation = ?, files_listed_at = ? WHERE id = ?').run(
      generation,
      now,
      accountId,
    );
  }

  any(accountId: string): boolean {
    return (
      this.#prepared('SELECT 1 FROM drive_files WHERE account_id = ? LIMIT 1').get(accountId) !== undefined
    );
  }

  cursors(accountId: string): Map<string, string> {
    const rows = this.#prepared(
      'SELECT drive_id AS driveId, cursor FROM drive_cursors WHERE account_id = ?',
    ).all(accountId) as { driveId: string; cursor: string }[];
    return new Map(rows.map((row) => [row.driveId, row.cursor]));
  }

  keepCursor(accountId: string, driveId: string, cursor: string): void {
    this.#prepared(
      `INSERT INTO drive_cursors (account_id, drive_id, cursor) VALUES (?, ?, ?)
         ON CONFLICT (account_id, drive_id) DO UPDATE SET cursor = excluded.cursor`,
    ).run(accountId, driveId, cursor);
  }

  dropCursor(accountId: string, driveId: string): void {
    this.#prepared('DELETE FROM drive_cursors WHERE account_id = ? AND drive_id = ?').run(accountId, driveId);
  }

  file(accountId: string, generation: number, remoteId: string): FileRow | null {
    const row = this.#prepared(
      `SELECT remote_id AS remoteId, parent_id AS parentId, name, is_folder AS isFolder, version, md5,
           modified_at AS modifiedAt, modified_by AS modifiedBy
         FROM drive_files WHERE account_id = ? AND generation = ? AND remote_id = ?`,
    ).get(accountId, generation, remoteId) as (Omit<FileRow, 'isFolder'> & { isFolder: number }) | undefined;
    return row ? { ...row, isFolder: row.isFolder === 1 } : null;
  }

  put(accountId: string, generation: number, file: RemoteFile, parentId: string): void {
    this.#prepared(
      `INSERT INTO drive_files (account_id, generation, remote_id, parent_id, name, mime_type, is_folder, size,
           modified_at, modified_by, version, md5, web_url, shortcut_target)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (account_id, generation, remote_id) DO UPDATE SET
           parent_id = excluded.parent_id, name = excluded.name, mime_type = excluded.mime_type,
           is_folder = excluded.is_folder, size = excluded.size, modified_at = excluded.modified_at,
           modified_by = excluded.modified_by, version = excluded.version, md5 = excluded.md5,
           web_url = excluded.web_url, shortcut_target = excluded.shortcut_target`,
    ).run(
      accountId,
      generation,
      file.id,
      parentId,
      file.name,
      file.mimeType,
      file.folder ? 1 : 0,
      file.size,
      file.modifiedAt,
      file.modifiedBy,
      file.version,
      file.md5,
      file.webUrl,
      file.shortcutTarget,
    );
  }

  /** Removes a file, or a folder with everything below that no assigned folder keeps. */
  prune(accountId: string, generation: number, remoteId: string): void {
    this.#deleteBelow(accountId, generation, remoteId);
    this.pruneRow(accountId, generation, remoteId);
  }

  /** Removes the row of an assigned folder from a folder around it; what lies below stays. */
  pruneRow(accountId: string, generation: number, remoteId: string): void {
    this.#prepared('DELETE FROM drive_files WHERE account_id = ? AND generation = ? AND remote_id = ?').run(
      accountId,
      generation,
      remoteId,
    );
  }

  /** Removes what lies below an assigned folder, but not what lies below another one inside it. */
  pruneBelow(accountId: string, generation: number, remoteId: string): void {
    this.#deleteBelow(accountId, generation, remoteId);
  }

  /** The assigned folder that a file belongs to: the nearest one above it. */
  nearestFolder(accountId: string, generation: number, remoteId: string, parentId: string): FolderRow | null {
    const row = this.#prepared(
      `WITH RECURSIVE up (id, depth) AS (
           SELECT ?, 0
           UNION SELECT f.parent_id, up.depth + 1 FROM up
             JOIN drive_files f ON f.account_id = ? AND f.generation = ? AND f.remote_id = up.id
             WHERE up.depth < 100)
         SELECT ${FOLDER_COLUMNS.replace('id,', 'drive_folders.id,')} FROM drive_folders
           JOIN up ON up.id = remote_id
         WHERE account_id = ? AND remote_id <> ? ORDER BY up.depth LIMIT 1`,
    ).get(parentId, accountId, generation, accountId, remoteId) as FolderRow | undefined;
    return row ?? null;
  }

  tell(
    folder: FolderRow,
    file: { id: string; name: string; folder: boolean },
    what: FeedKind,
    by: string,
    at: number,
  ): void {
    this.#prepared(
      'INSERT INTO drive_feed (folder_id, remote_id, name, is_folder, what, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(folder.id, file.id, file.name, file.folder ? 1 : 0, what, by, at);
    this.#prepared(
      `DELETE FROM drive_feed WHERE folder_id = ? AND seq <= (
           SELECT seq FROM drive_feed WHERE folder_id = ? ORDER BY seq DESC LIMIT 1 OFFSET ${KEPT_FEED})`,
    ).run(folder.id, folder.id);
  }

  /** Deletes some rows of generations other than the visible one; false when none were left. */
  sweep(accountId: string, visible: number): boolean {
    return (
      this.#prepared(
        `DELETE FROM drive_files WHERE seq IN (
             SELECT seq FROM drive_files WHERE account_id = @accountId AND generation < @visible
             UNION ALL SELECT seq FROM drive_files WHERE account_id = @accountId AND generation > @visible
             LIMIT 200)`,
      ).run({ accountId, visible }).changes > 0
    );
  }

  #deleteBelow(accountId: string, generation: number, remoteId: string): void {
    this.#prepared(
      `WITH RECURSIVE below (id) AS (
           SELECT remote_id FROM drive_files WHERE account_id = @a AND generation = @g AND parent_id = @id
           UNION SELECT f.remote_id FROM below
             JOIN drive_files f ON f.account_id = @a AND f.generation = @g AND f.parent_id = below.id
             WHERE below.id NOT IN (SELECT remote_id FROM drive_folders WHERE account_id = @a AND state <> 'lost'))
         DELETE FROM drive_files WHERE account_id = @a AND generation = @g AND remote_id IN (SELECT id FROM below)`,
    ).run({ a: accountId, g: generation, id: remoteId });
  }
}
