import {
  formatNumber,
  missingCounters,
  type SeriesScope,
  seriesPeriod,
} from '#shared/domain/number-series.ts';
import type { billingContract, GapReport, SeriesView } from '#shared/ipc/billing.ts';
import { invalidField } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';
import type { Tools } from './tools.ts';

type Input = InputOf<(typeof billingContract)['billing.saveSeries']>;

/** The place an invoice would take in its series. */
export interface NextNumber {
  readonly seriesId: string;
  readonly period: string;
  readonly counter: number;
  readonly number: string;
  /** Another issued invoice carries this text already; the pattern must change. */
  readonly taken: boolean;
}

export interface Series {
  /** Looks, and reserves nothing: only issuing moves the counter. */
  next(issueDate: string): NextNumber;
  /** Makes sure the counter's row exists, inside the caller's transaction. */
  open(next: NextNumber): void;
  view(): SeriesView;
  /** Throws `invalid_input` at `next` when invoices of this period are issued and the counter would move. */
  save(input: Input): void;
  gaps(): GapReport;
}

/** The number series of invoices over the database. */
export function createSeries(store: Store, { clock, today }: Tools): Series {
  const { sql } = store;
  const definition = sql.prepare<[], { id: string; scope: SeriesScope; pattern: string }>(
    `SELECT id, scope, pattern FROM number_series WHERE document = 'invoice'`,
  );
  const counter = sql
    .prepare<[string, string], number>('SELECT next FROM number_counters WHERE series_id = ? AND period = ?')
    .pluck();
  const taken = sql.prepare('SELECT 1 FROM invoices WHERE number = ?');
  const used = sql.prepare('SELECT 1 FROM invoices WHERE series_id = ? AND period = ? LIMIT 1');
  const openCounter = sql.prepare(
    `INSERT INTO number_counters (series_id, period, first, next) VALUES (@seriesId, @period, 1, 1)
     ON CONFLICT DO NOTHING`,
  );
  const setCounter = sql.prepare(
    `INSERT INTO number_counters (series_id, period, first, next) VALUES (@seriesId, @period, @next, @next)
     ON CONFLICT (series_id, period) DO UPDATE SET first = @next, next = @next`,
  );

  function series() {
    const row = definition.get();
    if (!row) throw new Error('the series of invoices is missing');
    return row;
  }

  function next(issueDate: string): NextNumber {
    const { id, scope, pattern } = series();
    const period = seriesPeriod(scope, issueDate);
    const value = counter.get(id, period) ?? 1;
    const number = formatNumber(pattern, issueDate, value);
    return { seriesId: id, period, counter: value, number, taken: taken.get(number) !== undefined };
  }

  return {
    next,
    open(place) {
      if (counter.get(place.seriesId, place.period) === undefined) openCounter.run(place);
    },
    view() {
      const { scope, pattern } = series();
      const { seriesId, period, counter: value, number } = next(today());
      return {
        scope,
        pattern,
        next: value,
        preview: number,
        used: used.get(seriesId, period) !== undefined,
        year: today().slice(0, 4),
      };
    },
    save({ scope, pattern, next: wanted }) {
      store.write((announce) => {
        const { id } = series();
        sql
          .prepare('UPDATE number_series SET scope = ?, pattern = ?, updated_at = ? WHERE id = ?')
          .run(scope, pattern, clock.now(), id);
        const place = next(today());
        if (place.counter !== wanted) {
          if (used.get(id, place.period)) throw invalidField('next', 'series.used');
          setCounter.run({ seriesId: id, period: place.period, next: wanted });
        }
        if (next(today()).taken) throw invalidField('pattern', 'series.numberTaken');
        announce('billing');
      });
    },
    gaps() {
      const counters = sql
        .prepare<[], { seriesId: string; period: string; first: number; next: number }>(
          'SELECT series_id AS seriesId, period, first, next FROM number_counters ORDER BY series_id, period',
        )
        .all();
      const issued = sql
        .prepare<[string, string], number>(
          'SELECT counter FROM invoices WHERE series_id = ? AND period = ? AND counter IS NOT NULL',
        )
        .pluck();
      return {
        series: counters.map(({ seriesId, period, first, next: end }) => {
          const numbers = issued.all(seriesId, period) as number[];
          return {
            period,
            first,
            next: end,
            issued: numbers.length,
            missing: missingCounters(first, end, numbers),
          };
        }),
      };
    },
  };
}
