import type { UndoLabel, UndoState } from '#shared/ipc/app.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Change } from '#shared/ipc/topics.ts';
import type { Sql } from './open.ts';

export type Direction = 'undo' | 'redo';

export interface Step {
  readonly id: number;
  readonly label: UndoLabel;
  readonly changes: readonly Change[];
  /** Of a change that this connection did not make, and so has no inverses of. */
  readonly takeBack?: () => Promise<void>;
}

const keptSteps = 200;

/**
 * Remembers how to take back what people did, until the app closes. Temporary triggers on each undoable
 * table write the inverse of every change into a temporary table while a step is open, so that whatever a
 * service does, cascades included, can be undone without a line of its own. Only columns that changed are
 * set back. (The technique: https://www.sqlite.org/undoredo.html)
 */
export class UndoJournal {
  readonly #sql: Sql;
  readonly #tables: readonly string[];
  readonly #steps: Record<Direction, Step[]> = { undo: [], redo: [] };
  #nextId = 1;
  #armed = false;

  constructor(sql: Sql, tables: readonly string[]) {
    this.#sql = sql;
    this.#tables = tables;
  }

  /**
   * Makes the tables and triggers, once and outside every transaction: a start, which only reads, need not wait for
   * them. Before that there is no step, so nothing to take back and nothing to seal.
   */
  arm(): void {
    if (this.#armed) return;
    this.#sql.transaction(() => {
      this.#sql.exec(`
        CREATE TEMP TABLE undo_open (step INTEGER NOT NULL);
        CREATE TEMP TABLE undo_rows (seq INTEGER PRIMARY KEY, step INTEGER NOT NULL, tbl TEXT NOT NULL,
          row TEXT NOT NULL, inverse TEXT NOT NULL);
        CREATE TEMP TABLE undo_seals (tbl TEXT NOT NULL, row TEXT NOT NULL, step INTEGER NOT NULL, PRIMARY KEY (tbl, row));
        CREATE INDEX temp.undo_rows_by_step ON undo_rows (step, seq);
      `);
      for (const table of this.#tables) this.#watch(table);
    })();
    this.#armed = true;
  }

  /** Runs `work`, inside the caller's transaction, logging how to take it back; `keep` it after the commit. */
  record<T>(work: () => T): { readonly step: number; readonly result: T } {
    const step = this.nextId();
    this.#sql.prepare('INSERT INTO temp.undo_open (step) VALUES (?)').run(step);
    try {
      return { step, result: work() };
    } finally {
      this.#sql.exec('DELETE FROM temp.undo_open');
    }
  }

  /** Makes a committed record the newest step, unless it changed nothing. */
  keep(direction: Direction, step: Step): void {
    if (this.#inverses(step.id).length > 0) this.push(direction, step);
  }

  nextId(): number {
    return this.#nextId++;
  }

  /** Makes a step the newest, whatever it holds. */
  push(direction: Direction, step: Step): void {
    this.#steps[direction].push(step);
    while (this.#steps[direction].length > keptSteps) {
      const oldest = this.#steps[direction].shift();
      if (oldest) this.#discard(oldest);
    }
  }

  /** Drops a step wherever it stands; false when it is not there. */
  forget(step: Step): boolean {
    for (const steps of Object.values(this.#steps)) {
      const at = steps.indexOf(step);
      if (at < 0) continue;
      steps.splice(at, 1);
      this.#discard(step);
      return true;
    }
    return false;
  }

  /** What a fresh change makes meaningless. */
  forgetRedo(): void {
    for (const step of this.#steps.redo.splice(0)) this.#discard(step);
  }

  state(): UndoState {
    return { undo: this.#steps.undo.at(-1)?.label ?? null, redo: this.#steps.redo.at(-1)?.label ?? null };
  }

  peek(direction: Direction): Step | null {
    return this.#steps[direction].at(-1) ?? null;
  }

  /**
   * Makes a row as it is now out of reach for every step until now: the app itself has written down something since
   * that taking an older step back would destroy.
   */
  seal(table: string, row: string): void {
    if (!this.#armed) return;
    this.#sql
      .prepare('INSERT OR REPLACE INTO temp.undo_seals (tbl, row, step) VALUES (?, ?, ?)')
      .run(table, row, this.#nextId - 1);
  }

  /** Rows of a table that a step changed, and those that were sealed since. */
  rowsOf(step: Step, table: string): { readonly touched: string[]; readonly sealed: string[] } {
    const rows = (sql: string) => this.#sql.prepare(sql).pluck().all(table, step.id) as string[];
    return {
      touched: rows('SELECT DISTINCT row FROM temp.undo_rows WHERE tbl = ? AND step = ?'),
      sealed: rows('SELECT row FROM temp.undo_seals WHERE tbl = ? AND step >= ?'),
    };
  }

  /** Takes a step back, inside the caller's transaction. Throws `conflict` when a row of it was sealed since. */
  apply(step: Step): void {
    const sealed = this.#sql.prepare(
      `SELECT 1 FROM temp.undo_rows r JOIN temp.undo_seals s ON s.tbl = r.tbl AND s.row = r.row AND s.step >= r.step
       WHERE r.step = ?`,
    );
    if (sealed.get(step.id)) throw new AppError('conflict');
    this.#sql.pragma('defer_foreign_keys = ON');
    for (const inverse of this.#inverses(step.id)) this.#sql.exec(inverse);
  }

  /** Ends the newest step, after it was applied. */
  drop(direction: Direction): void {
    const step = this.#steps[direction].pop();
    if (step) this.#discard(step);
  }

  /** Ends the newest step because it cannot be taken back; what came before it in the same rows then cannot either. */
  giveUp(direction: Direction): void {
    const step = this.#steps[direction].at(-1);
    if (!step) return;
    this.#sql
      .prepare(
        `INSERT INTO temp.undo_seals (tbl, row, step) SELECT DISTINCT tbl, row, step FROM temp.undo_rows WHERE step = ?
         ON CONFLICT (tbl, row) DO UPDATE SET step = max(step, excluded.step)`,
      )
      .run(step.id);
    this.drop(direction);
  }

  #inverses(step: number): string[] {
    return this.#sql
      .prepare('SELECT inverse FROM temp.undo_rows WHERE step = ? ORDER BY seq DESC')
      .pluck()
      .all(step) as string[];
  }

  #discard(step: Step): void {
    this.#sql.prepare('DELETE FROM temp.undo_rows WHERE step = ?').run(step.id);
  }

  #watch(table: string): void {
    const columns = (this.#sql.pragma(`table_info(${table})`) as { name: string; pk: number }[]).map(
      (c) => c.name,
    );
    const log = (row: 'old' | 'new', inverse: string) =>
      `INSERT INTO undo_rows (step, tbl, row, inverse) SELECT step, '${table}', ${row}.id, ${inverse} FROM undo_open`;
    const key = `'WHERE id = ' || quote(%row.id)`;
    const where = (row: 'old' | 'new') => key.replace('%row', row);
    const sets = columns
      .map((c) => `CASE WHEN old.${c} IS NOT new.${c} THEN ', ${c} = ' || quote(old.${c}) ELSE '' END`)
      .join(' || ');
    const names = columns.join(', ');
    const values = columns.map((c) => `quote(old.${c})`).join(` || ', ' || `);
    this.#sql.exec(`
      CREATE TEMP TRIGGER undo_${table}_insert AFTER INSERT ON main.${table}
      WHEN EXISTS (SELECT 1 FROM undo_open) BEGIN
        ${log('new', `'DELETE FROM main.${table} ' || ${where('new')}`)};
      END;
      CREATE TEMP TRIGGER undo_${table}_update AFTER UPDATE ON main.${table}
      WHEN EXISTS (SELECT 1 FROM undo_open) BEGIN
        ${log('new', `'UPDATE main.${table} SET ' || substr(${sets}, 3) || ' ' || ${where('new')}`)}
        WHERE length(${sets}) > 0;
      END;
      CREATE TEMP TRIGGER undo_${table}_delete BEFORE DELETE ON main.${table}
      WHEN EXISTS (SELECT 1 FROM undo_open) BEGIN
        ${log('old', `'INSERT INTO main.${table} (${names}) VALUES (' || ${values} || ')'`)};
      END;
    `);
  }
}
