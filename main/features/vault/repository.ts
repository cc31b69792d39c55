import type { CredentialCard } from '#shared/ipc/vault.ts';
import type { Sql } from '../../store/open.ts';

export interface CredentialRow extends CredentialCard {
  readonly secretKey: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

const columns = {
  id: 'id',
  clientId: 'client_id',
  label: 'label',
  userName: 'user_name',
  address: 'address',
  grantedBy: 'granted_by',
  grantedOn: 'granted_on',
  reviewOn: 'review_on',
  notes: 'notes',
  secretKey: 'secret_key',
  secretChangedAt: 'secret_changed_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const satisfies Record<keyof CredentialRow, string>;

type Column = keyof typeof columns;

const names = Object.entries(columns);
const selected = names.map(([name, column]) => `${column} AS ${name}`).join(', ');

/** SQL of the credentials and of the keys that wait to leave the keychain. */
export class CredentialRepository {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  list(clientId: string): CredentialRow[] {
    return this.#sql
      .prepare<[string], CredentialRow>(
        `SELECT ${selected} FROM credentials WHERE client_id = ? ORDER BY label COLLATE NOCASE, id`,
      )
      .all(clientId);
  }

  find(id: string): CredentialRow | null {
    const select = this.#sql.prepare<[string], CredentialRow>(
      `SELECT ${selected} FROM credentials WHERE id = ?`,
    );
    return select.get(id) ?? null;
  }

  insert(row: CredentialRow): void {
    const insert = `INSERT INTO credentials (${names.map(([, column]) => column).join(', ')})
      VALUES (${names.map(([name]) => `@${name}`).join(', ')})`;
    this.#sql.prepare(insert).run(row);
  }

  /** Returns whether the row was still there. */
  update(id: string, changes: Partial<Omit<CredentialRow, 'id' | 'clientId'>>): boolean {
    const set = Object.keys(changes).map((name) => `${columns[name as Column]} = @${name}`);
    const update = this.#sql.prepare(`UPDATE credentials SET ${set.join(', ')} WHERE id = @id`);
    return update.run({ ...changes, id }).changes === 1;
  }

  delete(id: string): boolean {
    return this.#sql.prepare('DELETE FROM credentials WHERE id = ?').run(id).changes === 1;
  }

  count(clientId: string): number {
    const count = this.#sql.prepare<[string], number>('SELECT count(*) FROM credentials WHERE client_id = ?');
    return count.pluck().get(clientId) as unknown as number;
  }

  deleteOf(clientId: string): void {
    this.#sql.prepare('DELETE FROM credentials WHERE client_id = ?').run(clientId);
  }

  orphans(): string[] {
    return this.#sql.prepare('SELECT key FROM keychain_orphans ORDER BY key').pluck().all() as string[];
  }

  isOrphan(key: string): boolean {
    return this.#sql.prepare('SELECT 1 FROM keychain_orphans WHERE key = ?').get(key) !== undefined;
  }

  addOrphan(key: string): void {
    this.#sql.prepare('INSERT INTO keychain_orphans (key) VALUES (?)').run(key);
  }

  dropOrphan(key: string): void {
    this.#sql.prepare('DELETE FROM keychain_orphans WHERE key = ?').run(key);
  }
}
