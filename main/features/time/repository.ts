import type { Category } from '#shared/domain/category.ts';
import type { Span } from '#shared/domain/spans.ts';
import { workKindName } from '#shared/domain/work-kind.ts';
import type { EntryView } from '#shared/ipc/time.ts';
import type { Words } from '../../ports/words.ts';
import type { Sql } from '../../store/open.ts';
import { Statements } from '../../store/statements.ts';
import { type EntryRow, selectEntry, touching, toView } from './rows.ts';

export interface NewEntry {
  readonly id: string;
  readonly clientId: string;
  readonly taskId: string | null;
  readonly note: string;
  readonly category: Category | null;
  readonly workKindId: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly zone: string;
  readonly source: EntryView['source'];
  readonly eventKey: string | null;
  readonly billable: boolean;
}

export interface TaskFacts {
  readonly clientId: string;
  readonly category: Category | null;
  readonly workKindId: string | null;
}

/** Fields of an entry that may be set; those left out stay as they are. */
export type EntryChanges = Partial<Omit<NewEntry, 'id' | 'source' | 'eventKey'>>;

const columns: Record<keyof EntryChanges, string> = {
  clientId: 'client_id',
  taskId: 'task_id',
  note: 'note',
  category: 'category',
  workKindId: 'work_kind_id',
  startedAt: 'started_at',
  endedAt: 'ended_at',
  zone: 'zone',
  billable: 'billable',
};

/** The entries' SQL. Every write happens inside the caller's transaction. */
export class TimeRepository {
  readonly #sql: Statements;

  constructor(sql: Sql) {
    this.#sql = new Statements(sql);
  }

  running(): EntryView | null {
    return this.#one(`${selectEntry} WHERE e.ended_at IS NULL`);
  }

  byId(id: string): EntryView | null {
    return this.#one(`${selectEntry} WHERE e.id = :id`, { id });
  }

  byEvent(eventKey: string): EntryView | null {
    return this.#one(`${selectEntry} WHERE e.event_key = :eventKey`, { eventKey });
  }

  /** Of the entries that have ended, the one that started last: found by index before its client and task are. */
  latest(): EntryView | null {
    return this.#one(
      `${selectEntry} WHERE e.id = (
         SELECT id FROM time_entries INDEXED BY time_entries_by_start WHERE ended_at IS NOT NULL
         ORDER BY started_at DESC, id DESC LIMIT 1)`,
    );
  }

  /** Entries of one client or all that touch `span`, by start; the running one reaches to `now`. */
  touching(span: Span, now: number, clientId: string | null): EntryView[] {
    return this.#all(
      `${selectEntry} WHERE e.id IN (${touching}) AND (:clientId IS NULL OR e.client_id = :clientId)
       ORDER BY e.started_at, e.id`,
      { ...span, now, clientId },
    );
  }

  /**
   * From `at` on (UTC milliseconds), the first moment that no closed entry covers. Entries end in the past unless they
   * were made before the clock was set back, so that this is `at` nearly always.
   */
  freeFrom(at: number, besides: string | null = null): number {
    const covering = this.#sql
      .prepare(
        `SELECT max(ended_at) FROM (
           SELECT id, ended_at FROM time_entries
           WHERE started_at <= :at AND started_at > :at - 86400000 AND ended_at > :at
           UNION ALL
           SELECT id, ended_at FROM time_entries
           WHERE ended_at - started_at > 86400000 AND started_at <= :at AND ended_at > :at
         ) WHERE id IS NOT :besides`,
      )
      .pluck();
    let free = at;
    for (;;) {
      const end = covering.get({ at: free, besides }) as number | null;
      if (end === null) return free;
      free = end;
    }
  }

  /** The first closed entry with a length that starts within [from, to), other than `besides`. */
  firstStarting({ from, to }: Span, besides: string): EntryView | null {
    return this.#one(
      `${selectEntry} WHERE e.started_at >= :from AND e.started_at < :to AND e.ended_at > e.started_at
         AND e.id <> :besides ORDER BY e.started_at, e.ended_at DESC LIMIT 1`,
      { from, to, besides },
    );
  }

  /** Closed entries that end exactly there, longest first. */
  endingAt(at: number): EntryView[] {
    return this.#all(
      `${selectEntry} WHERE e.ended_at = :at AND e.started_at >= :at - 864000000 AND e.started_at < :at
       ORDER BY e.started_at`,
      { at },
    );
  }

  /** Entries that start exactly there, the running one among them. */
  startingAt(at: number): EntryView[] {
    return this.#all(`${selectEntry} WHERE e.started_at = :at AND e.ended_at IS NOT :at ORDER BY e.id`, {
      at,
    });
  }

  /**
   * What stands in the way of an edge that sweeps over `span`: entries that lie wholly beyond the edge's old place, and
   * gaps that need review. An entry that overlapped already is no wall.
   */
  walls(span: Span, besides: string): (Span & { readonly billed: boolean })[] {
    const rows = this.#sql
      .prepare(
        `SELECT started_at AS "from", ended_at AS "to", billed FROM time_entries
         WHERE id <> :besides AND started_at >= :from AND started_at < :to AND ended_at > started_at
         UNION ALL
         SELECT started_at, ended_at, billed FROM time_entries
         WHERE id <> :besides AND started_at < :from AND started_at >= :from - 86400000 AND ended_at > :from
           AND ended_at <= :to
         UNION ALL
         SELECT started_at, :to, 0 FROM time_entries
         WHERE ended_at IS NULL AND id <> :besides AND started_at >= :from AND started_at < :to
         UNION ALL
         SELECT started_at, ended_at, 0 FROM time_gaps
         WHERE answer IS NULL AND cause <> 'clock_back' AND started_at < :to AND ended_at > :from`,
      )
      .all({ ...span, besides }) as (Span & { billed: number })[];
    return rows.map(({ from, to, billed }) => ({ from, to, billed: billed === 1 }));
  }

  linkEvent(id: string, eventKey: string): void {
    this.#sql.prepare('UPDATE time_entries SET event_key = ? WHERE id = ?').run(eventKey, id);
  }

  insert(entry: NewEntry, now: number): void {
    this.#sql
      .prepare(
        `INSERT INTO time_entries (id, client_id, task_id, note, category, work_kind_id, started_at, ended_at, zone, source,
           event_key, billable, created_at, updated_at)
         VALUES (:id, :clientId, :taskId, :note, :category, :workKindId, :startedAt, :endedAt, :zone, :source,
           :eventKey, :billable, :now, :now)`,
      )
      .run({ ...entry, billable: entry.billable ? 1 : 0, now });
  }

  update(id: string, changes: EntryChanges, now: number): void {
    const given = Object.entries(changes) as [keyof EntryChanges, string | number | boolean | null][];
    const sets = given.map(([field]) => `${columns[field]} = ?`);
    const values = given.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value));
    this.#sql
      .prepare(`UPDATE time_entries SET ${[...sets, 'updated_at = ?'].join(', ')} WHERE id = ?`)
      .run(...values, now, id);
  }

  delete(id: string): void {
    this.#sql.prepare('DELETE FROM time_entries WHERE id = ?').run(id);
  }

  /** Which of these events became entries: event key to entry id. */
  idsByEvent(eventKeys: readonly string[]): Map<string, string> {
    const rows = this.#sql
      .prepare('SELECT event_key, id FROM time_entries WHERE event_key IN (SELECT value FROM json_each(?))')
      .raw()
      .all(JSON.stringify(eventKeys)) as [string, string][];
    return new Map(rows);
  }

  clientExists(id: string): boolean {
    return this.#sql.prepare('SELECT 1 FROM clients WHERE id = ?').get(id) !== undefined;
  }

  workKindExists(id: string): boolean {
    return this.#sql.prepare('SELECT 1 FROM work_kinds WHERE id = ?').get(id) !== undefined;
  }

  /** Every kind of work by id, those that come with the app in the person's language. */
  workKindNames(words: Words): Map<string, string> {
    const kinds = this.#sql.prepare('SELECT id, name FROM work_kinds').all() as {
      id: string;
      name: string | null;
    }[];
    return new Map(
      kinds.map((kind) => [kind.id, workKindName(kind, (id) => words.text(`common:workKind.${id}`))]),
    );
  }

  /** What an entry takes over from its task. */
  task(id: string): TaskFacts | null {
    const row = this.#sql
      .prepare('SELECT client_id AS clientId, category, work_kind_id AS workKindId FROM tasks WHERE id = ?')
      .get(id);
    return (row as TaskFacts | undefined) ?? null;
  }

  #one(sql: string, values: object = {}): EntryView | null {
    const row = this.#sql.prepare(sql).get(values) as EntryRow | undefined;
    return row ? toView(row) : null;
  }

  #all(sql: string, values: object): EntryView[] {
    return (this.#sql.prepare(sql).all(values) as EntryRow[]).map(toView);
  }
}
