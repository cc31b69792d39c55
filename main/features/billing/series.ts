import {
  formatNumber,
  type NumberContext,
  type NumberedDocument,
  type SeriesScope,
  seriesPeriod,
} from '#shared/domain/number-series.ts';
import type { billingContract, SeriesView } from '#shared/ipc/billing.ts';
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
  /** Why it cannot be given, as keys of `errors:invoice.problem`: another document has it, or could have the same. */
  readonly problems: readonly ('numberTaken' | 'codeShared')[];
}

interface Numbered {
  readonly kind: NumberedDocument;
  readonly issueDate: string;
  readonly clientId: string;
}

export interface Series {
  /** Looks, and reserves nothing: only issuing moves the counter. */
  next(document: Numbered): NextNumber;
  /** A number that the same counter has given to a document of a later day (ISO); null for none. */
  later(place: Pick<NextNumber, 'seriesId' | 'period'>, issueDate: string): string | null;
  /** Makes sure the counter's row exists, inside the caller's transaction. */
  open(next: NextNumber): void;
  views(): { readonly invoice: SeriesView; readonly creditNote: SeriesView };
  /** Throws `invalid_input` at `next` when invoices of this period are issued and the counter would move. */
  save(input: Input): void;
}

interface Definition {
  readonly id: string;
  readonly scope: SeriesScope;
  readonly pattern: string;
  readonly shared: 0 | 1;
}

/** The number series of invoices and credit notes over the database. */
export function createSeries(store: Store, { clock, today }: Tools): Series {
  const { sql } = store;
  const definition = sql.prepare<[NumberedDocument], Definition>(
    'SELECT id, scope, pattern, shared FROM number_series WHERE document = ?',
  );
  const counter = sql
    .prepare<[string, string], number>('SELECT next FROM number_counters WHERE series_id = ? AND period = ?')
    .pluck();
  const code = sql.prepare<[string], string>('SELECT code FROM clients WHERE id = ?').pluck();
  const anyCode = sql.prepare<[], string>('SELECT code FROM clients ORDER BY created_at LIMIT 1').pluck();
  const taken = sql.prepare('SELECT 1 FROM invoices WHERE number = ?');
  const otherCodes = sql
    .prepare<[string, string], string>(
      `SELECT code FROM clients c WHERE id <> ? AND (archived_at IS NULL
         OR EXISTS (SELECT 1 FROM invoices i WHERE i.client_id = c.id AND i.series_id = ?))`,
    )
    .pluck();
  const later = sql
    .prepare<[string, string, string], string>(
      `SELECT number FROM invoices WHERE series_id = ? AND period = ? AND state = 'issued' AND issue_date > ?
       ORDER BY issue_date DESC, counter DESC LIMIT 1`,
    )
    .pluck();
  const used = sql.prepare('SELECT 1 FROM invoices WHERE series_id = ? AND period = ? LIMIT 1');
  const openCounter = sql.prepare(
    `INSERT INTO number_counters (series_id, period, first, next) VALUES (@seriesId, @period, 1, 1)
     ON CONFLICT DO NOTHING`,
  );
  const setCounter = sql.prepare(
    `INSERT INTO number_counters (series_id, period, first, next) VALUES (@seriesId, @period, @next, @next)
     ON CONFLICT (series_id, period) DO UPDATE SET first = @next, next = @next`,
  );
  const update = sql.prepare(
    'UPDATE number_series SET scope = ?, pattern = ?, shared = ?, updated_at = ? WHERE id = ?',
  );

  function series(document: NumberedDocument): Definition {
    const row = definition.get(document);
    if (!row) throw new Error(`the series of ${document} is missing`);
    return row;
  }

  function at({ id, scope, pattern }: Definition, context: NumberContext): NextNumber {
    const period = seriesPeriod(scope, context);
    const value = counter.get(id, period) ?? 1;
    const number = formatNumber(pattern, context, value);
    const problems: NextNumber['problems'] = [
      ...(taken.get(number) === undefined ? [] : ['numberTaken' as const]),
      ...(scope === 'client' && isShared(id, context) ? ['codeShared' as const] : []),
    ];
    return { seriesId: id, period, counter: value, number, problems };
  }

  /** Two clients of one code would count up to the same numbers; one that differs in case looks the same. */
  function isShared(seriesId: string, { clientId, clientCode }: NumberContext): boolean {
    const same = clientCode.toUpperCase();
    return (
      clientId !== '' && otherCodes.all(clientId, seriesId).some((other) => other.toUpperCase() === same)
    );
  }

  /** For no client in particular: what the next number of today looks like. */
  const example = (): NumberContext => ({
    issueDate: today(),
    clientId: '',
    clientCode: anyCode.get() ?? 'AB',
  });

  function view(document: NumberedDocument): SeriesView {
    const own = series(document);
    const { seriesId, period, counter: value, number } = at(own, example());
    return {
      scope: own.scope,
      pattern: own.pattern,
      shared: own.shared === 1,
      next: value,
      preview: number,
      used: used.get(seriesId, period) !== undefined,
      year: today().slice(0, 4),
      clientCode: example().clientCode,
    };
  }

  return {
    next({ kind, issueDate, clientId }) {
      const own = series(kind);
      const context = { issueDate, clientId, clientCode: code.get(clientId) ?? '' };
      return at(own.shared === 1 ? series('invoice') : own, context);
    },
    later: ({ seriesId, period }, issueDate) => later.get(seriesId, period, issueDate) ?? null,
    open(place) {
      if (counter.get(place.seriesId, place.period) === undefined) openCounter.run(place);
    },
    views: () => ({ invoice: view('invoice'), creditNote: view('credit_note') }),
    save({ document, scope, pattern, shared, next: wanted }) {
      store.write((announce) => {
        const { id } = series(document);
        update.run(scope, pattern, shared ? 1 : 0, clock.now(), id);
        // Each client's counter begins at 1.
        if (scope !== 'client' && !shared) {
          const place = at(series(document), example());
          if (place.counter !== wanted) {
            if (used.get(id, place.period)) throw invalidField('next', 'series.used');
            setCounter.run({ seriesId: id, period: place.period, next: wanted });
          }
          if (at(series(document), example()).problems.length > 0)
            throw invalidField('pattern', 'series.numberTaken');
        }
        announce('billing');
      });
    },
  };
}
