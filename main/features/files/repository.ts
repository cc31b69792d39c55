import type { FeedItem, FileView, FolderView, FoundFile } from '#shared/ipc/files.ts';
import type { Sql } from '../../store/open.ts';

interface FolderPlace {
  readonly id: string;
  readonly accountId: string;
  readonly clientId: string;
  readonly remoteId: string;
  readonly name: string;
}

/** Descends from an assigned folder, but not into a folder that was given to somebody on its own. */
const BELOW = `WITH RECURSIVE below (id, depth) AS (
    SELECT d.remote_id, 0 FROM drive_folders d WHERE d.id = @folderId AND d.state <> 'lost'
    UNION SELECT f.remote_id, below.depth + 1 FROM below
      JOIN drive_files f ON f.account_id = @accountId AND f.generation = @generation AND f.parent_id = below.id
      WHERE f.is_folder = 1 AND below.depth < 100
        AND f.remote_id NOT IN (SELECT remote_id FROM drive_folders WHERE account_id = @accountId AND id <> @folderId))`;

const FILE = `f.remote_id AS id, f.name, f.mime_type AS mimeType, f.is_folder AS folder, f.size,
  f.modified_at AS modifiedAt, f.modified_by AS modifiedBy, f.shortcut_target IS NOT NULL AS shortcut,
  f.web_url AS webUrl, f.is_folder = 1 AND EXISTS (SELECT 1 FROM drive_files c
    WHERE c.account_id = f.account_id AND c.generation = f.generation AND c.parent_id = f.remote_id) AS hasChildren`;

const NOT_OF_ANOTHER = `f.remote_id NOT IN (SELECT remote_id FROM drive_folders
  WHERE account_id = @accountId AND client_id <> (SELECT client_id FROM drive_folders WHERE id = @folderId))`;

type FileRow = Omit<FileView, 'folder' | 'hasChildren' | 'shortcut'> & {
  readonly folder: number;
  readonly hasChildren: number;
  readonly shortcut: number;
};

const fileOf = (row: FileRow): FileView => ({
  ...row,
  folder: row.folder === 1,
  hasChildren: row.hasChildren === 1,
  shortcut: row.shortcut === 1,
});

/** SQL for files as people see them: always from an assigned folder downwards. */
export class FilesRepository {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  folders(clientId: string | null): FolderView[] {
    const rows = this.#sql
      .prepare(
        `SELECT d.id, d.account_id AS accountId, a.email AS accountEmail, d.client_id AS clientId, d.name, d.state,
           d.drive_id <> '' AS shared
         FROM drive_folders d JOIN accounts a ON a.id = d.account_id
         WHERE @clientId IS NULL OR d.client_id = @clientId ORDER BY d.name COLLATE NOCASE`,
      )
      .all({ clientId }) as (Omit<FolderView, 'shared' | 'files'> & { shared: number })[];
    return rows.map((row) => ({
      ...row,
      shared: row.shared === 1,
      files: this.#countFiles(row.id, row.accountId),
    }));
  }

  folder(id: string): FolderPlace | null {
    const row = this.#sql
      .prepare(
        `SELECT id, account_id AS accountId, client_id AS clientId, remote_id AS remoteId, name
         FROM drive_folders WHERE id = ?`,
      )
      .get(id);
    return (row as FolderPlace | undefined) ?? null;
  }

  /** Null when `parentId` does not lie below the assigned folder, or lies in one of another client. */
  children(folder: FolderPlace, parentId: string): FileView[] | null {
    const span = {
      folderId: folder.id,
      accountId: folder.accountId,
      generation: this.#generation(folder.accountId),
      parentId,
    };
    const inside = this.#sql.prepare(`${BELOW} SELECT 1 FROM below WHERE id = @parentId`).get(span);
    if (inside === undefined) return null;
    const rows = this.#sql
      .prepare(
        `SELECT ${FILE} FROM drive_files f
         WHERE f.account_id = @accountId AND f.generation = @generation AND f.parent_id = @parentId AND ${NOT_OF_ANOTHER}
         ORDER BY f.is_folder DESC, f.name COLLATE NOCASE, f.remote_id`,
      )
      .all(span) as FileRow[];
    return rows.map(fileOf);
  }

  /** All that lies in a client's folders, with the names of the folders on the way. */
  everything(clientId: string): FoundFile[] {
    const folders = this.#sql
      .prepare(
        `SELECT id, account_id AS accountId, remote_id AS remoteId FROM drive_folders
         WHERE client_id = ? AND state <> 'lost'`,
      )
      .all(clientId) as { id: string; accountId: string; remoteId: string }[];
    return folders.flatMap(({ id, accountId, remoteId }) => {
      const rows = this.#sql
        .prepare(
          `${BELOW} SELECT ${FILE}, f.parent_id AS parentId FROM below JOIN drive_files f
             ON f.account_id = @accountId AND f.generation = @generation AND f.parent_id = below.id
           WHERE ${NOT_OF_ANOTHER} GROUP BY f.remote_id`,
        )
        .all({ folderId: id, accountId, generation: this.#generation(accountId) }) as (FileRow & {
        parentId: string;
      })[];
      const above = new Map(rows.map((row) => [row.id, row]));
      return rows.map(({ parentId, ...row }) => {
        const path: string[] = [];
        let parent = above.get(parentId);
        // As deep as files are looked for; a folder above itself ends here too.
        while (parent && parent.id !== remoteId && path.length < 100) {
          path.unshift(parent.name);
          parent = above.get(parent.parentId);
        }
        return { ...fileOf(row), folderId: id, path };
      });
    });
  }

  feed(clientId: string, lookedAt: number | null, limit: number): FeedItem[] {
    const rows = this.#sql
      .prepare(
        `SELECT e.seq, e.remote_id AS fileId, e.name, e.is_folder AS folder, e.what, e.by, e.at, f.web_url AS webUrl
         FROM drive_feed e JOIN drive_folders d ON d.id = e.folder_id JOIN accounts a ON a.id = d.account_id
           LEFT JOIN drive_files f ON f.account_id = a.id AND f.generation = a.files_generation AND f.remote_id = e.remote_id
         WHERE d.client_id = ? ORDER BY e.at DESC, e.seq DESC LIMIT ?`,
      )
      .all(clientId, limit) as (Omit<FeedItem, 'folder' | 'fresh'> & { folder: number })[];
    return rows.map((row) => ({ ...row, folder: row.folder === 1, fresh: row.at > (lookedAt ?? 0) }));
  }

  freshCount(clientId: string, lookedAt: number | null): number {
    const row = this.#sql
      .prepare(
        `SELECT count(*) AS n FROM drive_feed e JOIN drive_folders d ON d.id = e.folder_id
         WHERE d.client_id = ? AND e.at > ?`,
      )
      .get(clientId, lookedAt ?? 0) as { n: number };
    return row.n;
  }

  lookedAt(clientId: string): number | null {
    const row = this.#sql.prepare('SELECT at FROM files_looked WHERE client_id = ?').get(clientId);
    return (row as { at: number } | undefined)?.at ?? null;
  }

  /** Up to the newest thing that is told: the service's clock counts, because its times are compared. */
  look(clientId: string, now: number): void {
    this.#sql
      .prepare(
        `INSERT INTO files_looked (client_id, at)
         SELECT @clientId, max(@now, coalesce((SELECT max(e.at) FROM drive_feed e
           JOIN drive_folders d ON d.id = e.folder_id WHERE d.client_id = @clientId), 0))
         WHERE true ON CONFLICT (client_id) DO UPDATE SET at = excluded.at`,
      )
      .run({ clientId, now });
  }

  add(folder: {
    id: string;
    accountId: string;
    clientId: string;
    remoteId: string;
    driveId: string;
    name: string;
    now: number;
  }): void {
    this.#sql
      .prepare(
        `INSERT INTO drive_folders (id, account_id, client_id, remote_id, drive_id, name, created_at)
         VALUES (@id, @accountId, @clientId, @remoteId, @driveId, @name, @now)`,
      )
      .run(folder);
  }

  byRemote(accountId: string, remoteId: string): FolderPlace | null {
    const row = this.#sql
      .prepare(
        `SELECT id, account_id AS accountId, client_id AS clientId, remote_id AS remoteId, name
         FROM drive_folders WHERE account_id = ? AND remote_id = ?`,
      )
      .get(accountId, remoteId);
    return (row as FolderPlace | undefined) ?? null;
  }

  /** The next round sees that the folder is gone and drops what belongs to no other one. */
  remove(folder: FolderPlace): void {
    this.#sql.prepare('DELETE FROM drive_folders WHERE id = ?').run(folder.id);
  }

  exists(table: 'accounts' | 'clients', id: string): boolean {
    return this.#sql.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
  }

  #generation(accountId: string): number {
    const row = this.#sql
      .prepare('SELECT files_generation AS generation FROM accounts WHERE id = ?')
      .get(accountId);
    return (row as { generation: number } | undefined)?.generation ?? 0;
  }

  #countFiles(folderId: string, accountId: string): number {
    const row = this.#sql
      .prepare(
        `${BELOW} SELECT count(*) AS n FROM below JOIN drive_files f
           ON f.account_id = @accountId AND f.generation = @generation AND f.parent_id = below.id
         WHERE f.is_folder = 0`,
      )
      .get({ folderId, accountId, generation: this.#generation(accountId) }) as { n: number };
    return row.n;
  }
}
