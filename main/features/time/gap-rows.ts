import type { GapCause } from '#shared/domain/gap.ts';
import type { Span } from '#shared/domain/spans.ts';
import type { GapView } from '#shared/ipc/time.ts';
import type { Sql } from '../../store/open.ts';
import { Statements } from '../../store/statements.ts';
import { clientColumns } from './rows.ts';
import type { Subject } from './subject.ts';

export interface NewGap extends Span, Subject {
  readonly id: string;
  readonly entryId: string;
  readonly billable: boolean;
  readonly zone: string;
  readonly cause: GapCause;
}

type GapRow = Omit<GapView, 'billable'> & { readonly billable: number };

const selectGap = `
  SELECT g.id, ${clientColumns}, g.entry_id AS entryId, g.task_id AS taskId, t.title AS taskTitle, g.note,
    g.category, g.work_kind_id AS workKindId, g.billable, g.started_at AS startedAt, g.ended_at AS endedAt, g.zone,
    g.cause, g.noticed_at AS noticedAt, g.answer, g.answered_at AS answeredAt
  FROM gap_subjects g
  JOIN clients c ON c.id = g.client_id
  LEFT JOIN tasks t ON t.id = g.task_id`;

/** The gaps' SQL. Every write happens inside the caller's transaction. */
export class GapRepository {
  readonly #sql: Statements;

  constructor(sql: Sql) {
    this.#sql = new Statements(sql);
  }

  byId(id: string): GapView | null {
    return this.#all(`${selectGap} WHERE g.id = ?`, id)[0] ?? null;
  }

  /** Those without an answer, oldest first. */
  open(): GapView[] {
    return this.#all(`${selectGap} WHERE g.answer IS NULL ORDER BY g.started_at, g.id`);
  }

  /** Gaps of one client or all that touch `span`, by start; empty ones touch where they lie. */
  touching({ from, to }: Span, clientId: string | null): GapView[] {
    return this.#all(
      `${selectGap} WHERE g.started_at < ? AND (g.ended_at > ? OR g.started_at >= ?)
         AND (? IS NULL OR g.client_id = ?) ORDER BY g.started_at, g.id`,
      to,
      from,
      from,
      clientId,
      clientId,
    );
  }

  /** The open gap of a client that ends exactly there: of a clock set back, or of anything else. */
  openEnding(at: number, clientId: string, back: boolean): GapView | null {
    const found = this.#all(
      `${selectGap} WHERE g.answer IS NULL AND g.ended_at = ? AND g.client_id = ? ORDER BY g.started_at`,
      at,
      clientId,
    );
    return found.find(({ cause }) => (cause === 'clock_back') === back) ?? null;
  }

  endsAt(at: number): boolean {
    return this.#sql.prepare('SELECT 1 FROM time_gaps WHERE ended_at = ?').get(at) !== undefined;
  }

  insert(gap: NewGap, now: number): void {
    this.#sql
      .prepare(
        `INSERT INTO time_gaps (id, client_id, entry_id, task_id, note, category, work_kind_id, billable, started_at,
           ended_at, zone, cause, noticed_at)
         VALUES (:id, :clientId, :entryId, :taskId, :note, :category, :workKindId, :billable, :from, :to, :zone,
           :cause, :now)`,
      )
      .run({ ...gap, billable: gap.billable ? 1 : 0, now });
  }

  extend(id: string, endedAt: number): void {
    this.#sql.prepare('UPDATE time_gaps SET ended_at = ? WHERE id = ?').run(endedAt, id);
  }

  /** The entry that gaps name is about to become part of another. */
  follow(from: string, to: string): void {
    this.#sql.prepare('UPDATE time_gaps SET entry_id = ? WHERE entry_id = ?').run(to, from);
  }

  answer(id: string, answer: NonNullable<GapView['answer']>, now: number): void {
    this.#sql.prepare('UPDATE time_gaps SET answer = ?, answered_at = ? WHERE id = ?').run(answer, now, id);
  }

  #all(sql: string, ...values: (string | number | null)[]): GapView[] {
    const rows = this.#sql.prepare(sql).all(...values) as GapRow[];
    return rows.map((row) => ({ ...row, billable: row.billable === 1 }));
  }
}
