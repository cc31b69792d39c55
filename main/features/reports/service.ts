import { categories } from '#shared/domain/category.ts';
import { dayBorders } from '#shared/domain/day-borders.ts';
import {
  bucketsBetween,
  type Grouping,
  isCalendar,
  Tally,
  type TallyKey,
  type TallyRow,
} from '#shared/domain/report.ts';
import type { Span } from '#shared/domain/spans.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { ReportQuery, ReportView } from '#shared/ipc/reports.ts';
import type { Sql } from '../../store/open.ts';
import { keyColumn, narrowing } from './filter.ts';
import { keysOf, ReportLookups } from './lookups.ts';
import { runPass } from './pass.ts';
import { fewEntries, sourceOf } from './source.ts';
import type { Standpoint } from './standpoint.ts';

/** More sums than anyone reads; a coarser grouping answers the same question. */
const mostSums = 20_000;

/** Adds up tracked time: any range, in the days of the person's zone or of the client's. */
export class ReportService {
  readonly #sql: Sql;
  readonly #lookups: ReportLookups;
  readonly #standpoint: Standpoint;
  readonly #few: number;

  /** @param few see `sourceOf`; the answer does not depend on it. */
  constructor(sql: Sql, standpoint: Standpoint, few = fewEntries) {
    this.#few = few;
    this.#sql = sql;
    this.#lookups = new ReportLookups(sql);
    this.#standpoint = standpoint;
  }

  /** Throws `not_found` for a client that is gone, `limit` where there would be too many rows to read. */
  get(query: ReportQuery): ReportView {
    const { by, within, fromDate, toDate } = query;
    const zone = this.#zoneOf(query);
    const { now } = this.#standpoint;
    const borders = dayBorders(fromDate, toDate, zone);
    const second = within === by ? null : within;
    const tally = new Tally({
      borders,
      first: this.#buckets(by, query),
      second: this.#buckets(second, query),
      nested: second !== null,
    });
    const [from, to] = [borders[0] as number, borders.at(-1) as number];
    const { where, values } = narrowing(query);
    runPass(this.#sql, tally, {
      source: sourceOf(this.#sql, from, to, query.clientId, this.#few),
      keys: [keyColumn[by], second && keyColumn[second]],
      where,
      values: { from, to, now, ...values },
      most: mostSums,
    });
    if (tally.sizeAtLeast > mostSums || tally.size > mostSums)
      throw new AppError('limit', { reason: 'report.tooFine' });
    const rows = ordered(tally.rows(), by).map((row) => ({
      ...row,
      parts: second ? ordered(row.parts, second) : [],
    }));
    return {
      asked: query,
      zone,
      now,
      total: tally.total,
      billable: tally.billable,
      unsorted: tally.unsorted,
      toReview: this.#lookups.toReview(from, to, query),
      rows,
      ...this.#named(rows, by, second),
    };
  }

  /** The instants that the dates of a question span, in its zone. */
  spanOf(query: ReportQuery): Span {
    const borders = dayBorders(query.fromDate, query.toDate, this.#zoneOf(query));
    return { from: borders[0] as number, to: borders.at(-1) as number };
  }

  #zoneOf({ days, clientId }: ReportQuery): string {
    if (days === 'here' || clientId === null) return this.#standpoint.zone;
    const client = this.#lookups.client(clientId);
    if (!client) throw new AppError('not_found');
    return client.zone;
  }

  #buckets(grouping: Grouping | null, { fromDate, toDate }: ReportQuery): string[] | null {
    if (!isCalendar(grouping)) return null;
    return bucketsBetween(fromDate, toDate, grouping, this.#standpoint.weekStart);
  }

  #named(rows: readonly TallyRow[], by: Grouping, second: Grouping | null) {
    const keys = (grouping: Grouping) => [
      ...(by === grouping ? keysOf(rows, 'rows') : []),
      ...(second === grouping ? keysOf(rows, 'parts') : []),
    ];
    const tasks = this.#lookups.tasks(keys('task'));
    const clients = new Set(keys('client'));
    for (const id in tasks) clients.add((tasks[id] as (typeof tasks)[string]).clientId);
    return { tasks, clients: this.#lookups.clients(clients) };
  }
}

type Summed = { readonly key: TallyKey; readonly total: number };

function ordered<Row extends Summed>(rows: readonly Row[], grouping: Grouping): Row[] {
  if (isCalendar(grouping)) return rows.toSorted((a, b) => compare(a.key, b.key));
  if (grouping === 'category') return rows.toSorted((a, b) => rank(a.key) - rank(b.key));
  return rows.toSorted((a, b) => b.total - a.total || compare(a.key, b.key));
}

const compare = (a: TallyKey, b: TallyKey) => ((a ?? '') < (b ?? '') ? -1 : 1);

function rank(key: TallyKey): number {
  const at = (categories as readonly TallyKey[]).indexOf(key);
  return at < 0 ? categories.length : at;
}
