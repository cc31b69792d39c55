import type { AuditDecision } from '#shared/domain/audit.ts';
import type { AuditQuery, AuditRow, DecideInput } from '#shared/ipc/audit.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Sql } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';

type Answer = Pick<AuditRow, 'decision' | 'note' | 'before'>;

interface DecisionRow {
  readonly clientId: string;
  readonly key: string | null;
  readonly fromDate: string;
  readonly toDate: string;
  readonly decision: AuditDecision | null;
  readonly note: string;
}

/** Answers by client and key: what was said for these dates, and last before them. */
export function decisionsOf(
  sql: Sql,
  { subject, fromDate, toDate }: AuditQuery,
): (clientId: string, key: string | null) => Answer {
  const rows = sql
    .prepare(
      `SELECT client_id AS clientId, coalesce(work_kind_id, task_id) AS key, from_date AS fromDate,
           to_date AS toDate, decision, note
         FROM audit_decisions WHERE subject = ? AND to_date <= ? ORDER BY to_date, decided_at`,
    )
    .all(subject, toDate) as DecisionRow[];
  const own = new Map<string, DecisionRow>();
  const before = new Map<string, DecisionRow>();
  for (const row of rows) {
    const isOwn = row.fromDate === fromDate && row.toDate === toDate;
    (isOwn ? own : before).set(`${row.clientId} ${row.key}`, row);
  }
  return (clientId, key) => {
    const place = `${clientId} ${key}`;
    const said = own.get(place);
    const last = before.get(place);
    return {
      decision: said?.decision ?? null,
      note: said?.note ?? '',
      before: last ? { decision: last.decision, note: last.note, toDate: last.toDate } : null,
    };
  };
}

/** What was decided in audits, each with its own dates. */
export class Decisions {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #ids: IdSource;

  constructor(store: Store, clock: Clock, ids: IdSource) {
    this.#store = store;
    this.#clock = clock;
    this.#ids = ids;
  }

  /** Keeps an answer in place of an earlier one of the same dates. Throws `not_found` for what does not exist. */
  decide(input: DecideInput): void {
    const { clientId, subject, key, fromDate, toDate, decision, note } = input;
    this.#assertThere(input);
    this.#store.act({ key: 'undo.auditDecided', values: {} }, (announce) => {
      const { sql } = this.#store;
      const workKindId = subject === 'kind' ? key : null;
      const taskId = subject === 'task' ? key : null;
      const same = { clientId, subject, workKindId, taskId, fromDate, toDate };
      const found = sql
        .prepare(
          `SELECT id FROM audit_decisions WHERE client_id = :clientId AND subject = :subject
             AND work_kind_id IS :workKindId AND task_id IS :taskId
             AND from_date = :fromDate AND to_date = :toDate`,
        )
        .pluck()
        .get(same) as string | undefined;
      const now = this.#clock.now();
      if (decision === null && note === '') {
        if (found) sql.prepare('DELETE FROM audit_decisions WHERE id = ?').run(found);
      } else if (found) {
        sql
          .prepare('UPDATE audit_decisions SET decision = ?, note = ?, decided_at = ? WHERE id = ?')
          .run(decision, note, now, found);
      } else {
        sql
          .prepare(
            `INSERT INTO audit_decisions (id, client_id, subject, work_kind_id, task_id, from_date, to_date, decision,
               note, decided_at)
             VALUES (:id, :clientId, :subject, :workKindId, :taskId, :fromDate, :toDate, :decision, :note, :now)`,
          )
          .run({ ...same, id: this.#ids.next(), decision, note, now });
      }
      announce('time', clientId);
    });
  }

  #assertThere({ clientId, subject, key }: DecideInput): void {
    const there = (query: string, ...values: string[]) =>
      this.#store.sql.prepare(query).get(...values) !== undefined;
    const known =
      there('SELECT 1 FROM clients WHERE id = ?', clientId) &&
      (key === null ||
        (subject === 'kind'
          ? there('SELECT 1 FROM work_kinds WHERE id = ?', key)
          : there('SELECT 1 FROM tasks WHERE id = ? AND client_id = ?', key, clientId)));
    if (!known) throw new AppError('not_found');
  }
}
