import type { Focus } from '#shared/domain/focus.ts';
import type { Span } from '#shared/domain/spans.ts';
import type { Sql } from '../../store/open.ts';

type FocusRow = { [K in keyof Focus]: Focus[K] extends boolean ? number : Focus[K] };

/** The SQL of rounds and breaks. Written inside the caller's transaction; no undo touches it. */
export class FocusRepository {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  read(): Focus | null {
    const row = this.#sql
      .prepare(
        'SELECT phase, length, credited, paused, since, seen_at AS seenAt, told FROM focus WHERE id = 1',
      )
      .get() as FocusRow | undefined;
    return row ? { ...row, paused: row.paused === 1, told: row.told === 1 } : null;
  }

  /** Null takes it away. */
  save(focus: Focus | null): void {
    if (!focus) {
      this.#sql.prepare('DELETE FROM focus').run();
      return;
    }
    this.#sql
      .prepare(
        `INSERT OR REPLACE INTO focus (id, phase, length, credited, paused, since, seen_at, told)
         VALUES (1, :phase, :length, :credited, :paused, :since, :seenAt, :told)`,
      )
      .run({ ...focus, paused: Number(focus.paused), told: Number(focus.told) });
  }

  addFinished(at: number, length: number): void {
    this.#sql.prepare('INSERT INTO focus_rounds (finished_at, length) VALUES (?, ?)').run(at, length);
  }

  /** The newest one was not worked through after all. */
  dropFinished(): void {
    this.#sql.prepare('DELETE FROM focus_rounds WHERE id = (SELECT max(id) FROM focus_rounds)').run();
  }

  /** How many rounds were worked through in `span`. */
  finishedWithin({ from, to }: Span): number {
    const count = this.#sql.prepare(
      'SELECT count(*) FROM focus_rounds WHERE finished_at >= ? AND finished_at < ?',
    );
    return count.pluck().get(from, to) as number;
  }
}
