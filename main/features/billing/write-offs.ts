import type { WrittenOff, writeOffsContract } from '#shared/ipc/billing-write-offs.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';
import type { Sources } from './sources.ts';
import type { Tools } from './tools.ts';

export interface WriteOffs {
  /** Newest first. */
  list(clientId: string): WrittenOff[];
  /**
   * Work that will not be billed. Throws `not_found` for what is not the client's, `locked` for what is on an invoice
   * or a draft, `invalid_input` for a task that is not finished or has no price and for a fee that is not due. What is
   * written off already stays as it is. A task takes along what was tracked for it until now.
   */
  add(input: InputOf<(typeof writeOffsContract)['billing.writeOffWork']>): void;
  /** Makes it free to be billed again. */
  takeBack(ids: readonly string[]): void;
}

const nothing = { entryId: null, taskId: null, fee: null, expenseId: null, partOf: null };
type What = { readonly [Key in keyof typeof nothing]: string | null };

/** What is not going to be billed, over the database. */
export function createWriteOffs(store: Store, sources: Sources, { clock, ids }: Tools): WriteOffs {
  const { sql } = store;
  const list = sql.prepare<[string], WrittenOff>(
    `SELECT w.id, w.entry_id AS entryId, w.task_id AS taskId, w.fee, w.expense_id AS expenseId,
       x.amount_minor AS amount, x.currency, x.spent_on AS spentOn, w.reason, w.at,
       coalesce(x.text, t.title, own.title, nullif(e.note, '')) AS title, e.started_at AS startedAt, e.zone,
       coalesce((e.ended_at - e.started_at) / 1000, (SELECT sum((o.ended_at - o.started_at) / 1000)
         FROM write_offs part JOIN time_entries o ON o.id = part.entry_id WHERE part.part_of = w.id)) AS seconds
     FROM write_offs w LEFT JOIN time_entries e ON e.id = w.entry_id
     LEFT JOIN tasks own ON own.id = e.task_id LEFT JOIN tasks t ON t.id = w.task_id
     LEFT JOIN expenses x ON x.id = w.expense_id
     WHERE w.client_id = ? AND w.part_of IS NULL ORDER BY w.at DESC, w.id DESC`,
  );
  const insert = sql.prepare(
    `INSERT INTO write_offs (id, client_id, entry_id, task_id, fee, expense_id, reason, at, part_of)
     VALUES (@id, @clientId, @entryId, @taskId, @fee, @expenseId, @reason, @at, @partOf)
     ON CONFLICT DO NOTHING`,
  );
  const entry = sql.prepare<[string, string]>('SELECT 1 FROM time_entries WHERE id = ? AND client_id = ?');
  const task = sql.prepare<[string, string]>('SELECT 1 FROM tasks WHERE id = ? AND client_id = ?');
  const expense = sql.prepare<[string, string]>(
    'SELECT 1 FROM expenses WHERE id = ? AND client_id = ? AND billable = 1',
  );
  const agreement = sql.prepare<[string, string]>('SELECT 1 FROM agreements WHERE id = ? AND client_id = ?');
  const clientOf = sql.prepare<[string], string>('SELECT client_id FROM write_offs WHERE id = ?').pluck();
  const remove = sql.prepare('DELETE FROM write_offs WHERE id = ?');

  const elsewhere = sql.prepare<[{ kind: 'task' | 'fee'; ref: string }]>(
    `SELECT 1 FROM write_offs WHERE (:kind = 'task' AND task_id = :ref) OR (:kind = 'fee' AND fee = :ref)
     UNION ALL
     SELECT 1 FROM invoice_line_sources WHERE kind = :kind AND ref = :ref AND released_by IS NULL`,
  );

  /**
   * The work of each task, which goes with it. What is on a line is left to the database to refuse, and what is
   * written off stays.
   */
  function workOfDue(clientId: string, taskIds: readonly string[], fees: readonly string[]) {
    if (taskIds.length + fees.length === 0) return new Map<string, readonly string[]>();
    const free = sources.free(clientId, '0000-01-01', '9999-12-31');
    const tasks = new Map(free.tasks.map(({ ref, entryIds }) => [ref, entryIds]));
    const due = new Set(free.fees.map(({ ref }) => ref));
    const odd =
      taskIds.some((ref) => !tasks.has(ref) && !elsewhere.get({ kind: 'task', ref })) ||
      fees.some((ref) => !due.has(ref) && !elsewhere.get({ kind: 'fee', ref }));
    if (odd) throw new AppError('invalid_input', { reason: 'writeOff.notDue' });
    return tasks;
  }

  return {
    list: (clientId) => list.all(clientId),
    add({ clientId, entryIds, taskIds, expenseIds = [], fees, reason }) {
      const count = entryIds.length + taskIds.length + expenseIds.length + fees.length;
      store.act({ key: 'undo.workWrittenOff', values: { count } }, (announce) => {
        const known =
          entryIds.every((id) => entry.get(id, clientId)) &&
          taskIds.every((id) => task.get(id, clientId)) &&
          expenseIds.every((id) => expense.get(id, clientId)) &&
          fees.every((fee) => agreement.get(fee.slice(0, -11), clientId));
        if (!known) throw new AppError('not_found');
        const workOf = workOfDue(clientId, taskIds, fees);
        const put = (what: Partial<What>): string => {
          const id = ids.next();
          insert.run({ ...nothing, ...what, id, clientId, reason, at: clock.now() });
          return id;
        };
        for (const entryId of entryIds) put({ entryId });
        for (const taskId of taskIds) {
          const partOf = put({ taskId });
          for (const entryId of workOf.get(taskId) ?? []) put({ entryId, partOf });
        }
        for (const fee of fees) put({ fee });
        for (const expenseId of expenseIds) put({ expenseId });
        announce('billing', clientId);
      });
    },
    takeBack(all) {
      store.act({ key: 'undo.workTakenBack', values: { count: all.length } }, (announce) => {
        for (const id of all) {
          const clientId = clientOf.get(id);
          if (clientId === undefined) throw new AppError('not_found');
          remove.run(id);
          announce('billing', clientId);
        }
      });
    },
  };
}
