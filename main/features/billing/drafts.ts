import { agreedCurrency } from '#shared/domain/agreement-match.ts';
import { addDays, daysBetween } from '#shared/domain/dates.ts';
import type { ExchangeRate } from '#shared/domain/display-currency.ts';
import { documentLanguage } from '#shared/domain/document-language.ts';
import type { Grouping, Tax } from '#shared/domain/invoice.ts';
import { madeUnder, ownTaxText } from '#shared/domain/own-tax.ts';
import type { billingContract } from '#shared/ipc/billing.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';
import type { Agreements } from './agreements.ts';
import { createDraftWork } from './draft-work.ts';
import type { ExpenseRows } from './expense-rows.ts';
import type { FreeSources } from './free-sources.ts';
import type { InvoiceRecord, InvoiceRows, LineRecord } from './invoice-rows.ts';
import { createLineTexts } from './line-texts.ts';
import type { Parties } from './parties.ts';
import { timeOf } from './priced-pieces.ts';
import { sourceCurrencies } from './source-worth.ts';
import type { Sources } from './sources.ts';
import type { Tools } from './tools.ts';

type Contract = typeof billingContract;

/** Two years in days: what lies farther off is a typing mistake. */
const farthest = 731;

interface NewDraft {
  readonly clientId: string;
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly grouping: Grouping;
  readonly currency: string;
  readonly language: string;
}

export interface Drafts {
  /** One with nothing on it, inside the caller's transaction; throws `not_found` for an unknown client. */
  begin(draft: Omit<NewDraft, 'language' | 'currency'> & { readonly currency: string | null }): string;
  /**
   * The currency that a draft of these sources would have, or without any one of what was spent until a day (ISO date);
   * throws `not_found` for an unknown client.
   */
  currencyFor(clientId: string, free: FreeSources, until: string): string;
  /** Takes everything that is free in the period; throws `invalid_input` when some of it has no rate or there are two currencies. */
  create(input: InputOf<Contract['billing.createDraft']>): { invoiceId: string };
  change(input: InputOf<Contract['billing.changeDraft']>): void;
  discard(invoiceId: string): void;
}

/** Begins, changes and discards drafts over the database; issued invoices throw `locked`. */
export function createDrafts(
  store: Store,
  rows: InvoiceRows,
  sources: Sources,
  agreements: Pick<Agreements, 'of'>,
  parties: Parties,
  expenses: Pick<ExpenseRows, 'freeUntil' | 'freeElsewhere'>,
  reword: (record: InvoiceRecord) => void,
  { clock, ids, today, documentWords }: Tools,
): Drafts {
  const { sql } = store;
  const client = sql.prepare<[string], { language: string; currency: string }>(
    'SELECT language, currency FROM clients WHERE id = ?',
  );
  const lastTax = sql.prepare<[string], Tax & { ownTax: string | null }>(
    `SELECT tax_category AS category, tax_rate AS rate, own_tax AS ownTax FROM invoices
     WHERE client_id = ? AND state = 'issued' AND kind = 'invoice' ORDER BY issued_at DESC LIMIT 1`,
  );
  const insert = sql.prepare(
    `INSERT INTO invoices (id, client_id, currency, language, issue_date, due_date, period_from, period_to,
       grouping, tax_category, tax_rate, own_tax, created_at, updated_at)
     VALUES (@id, @clientId, @currency, @language, @issueDate, @dueDate, @from, @to, @grouping,
       @taxCategory, @taxRate, @ownTax, @now, @now)`,
  );
  const update = sql.prepare(
    `UPDATE invoices SET issue_date = @issueDate, due_date = @dueDate, language = @language, currency = @currency, note = @note,
       tax_category = @taxCategory, tax_rate = @taxRate, own_tax = @ownTax, grouping = @grouping, display_currency = @displayCurrency,
       display_rate = @displayRate, display_date = @displayDate, display_source = @displaySource,
       updated_at = @now WHERE id = @id`,
  );
  // A line that has a tax of its own keeps it; discounts in percent follow the others.
  const setTax = sql.prepare(
    `UPDATE invoice_lines SET tax_category = @category, tax_rate = @rate
     WHERE invoice_id = @id AND own_tax = 0 AND percent IS NULL`,
  );
  const dropTimeLines = sql.prepare(
    `DELETE FROM invoice_lines WHERE invoice_id = ? AND kind = 'time' AND own_tax = 0`,
  );

  const draftWork = createDraftWork(rows, createLineTexts(sql, documentWords), ids);

  function known(clientId: string) {
    const found = client.get(clientId);
    if (!found) throw new AppError('not_found');
    // What is agreed now goes before what the client was made with.
    return { ...found, currency: agreedCurrency(agreements.of(clientId), today()) ?? found.currency };
  }

  function currencyFor(clientId: string, free: FreeSources, until: string): string {
    const [currency] = sourceCurrencies(free);
    if (currency !== undefined) return currency;
    const own = known(clientId).currency;
    if (expenses.freeUntil(clientId, own, until).length > 0) return own;
    return expenses.freeElsewhere(clientId, own, until)[0]?.currency ?? own;
  }

  /** An empty draft, taxed as the last invoice of the client was, as long as one's own details say of tax what they did. */
  function begin({ clientId, language, ...rest }: NewDraft): string {
    const profile = parties.profile();
    const last = lastTax.get(clientId);
    const tax = last && madeUnder(profile.tax, last.ownTax, last) ? last : profile.tax;
    const days = parties.party(clientId).paymentDays ?? profile.paymentDays;
    const id = ids.next();
    insert.run({
      ...{ ...rest, id, clientId, language: documentLanguage(language), now: clock.now() },
      ...{ issueDate: today(), dueDate: addDays(today(), days) },
      ...{ taxCategory: tax.category, taxRate: tax.rate, ownTax: ownTaxText(profile.tax) },
    });
    return id;
  }

  function regroup(record: InvoiceRecord): void {
    const lines = rows.lines(record.id);
    // What was given a tax of its own stays the line that it is.
    const gathered = (line: LineRecord) => line.kind === 'time' && line.ownTax === 0;
    const timed = new Set(lines.filter(gathered).map((line) => line.id));
    const pieces = sources.onLines(record.id, record.clientId).filter(({ row }) => timed.has(row.lineId));
    const items = timeOf(pieces);
    if (items.length < pieces.length) throw invalidField('grouping', 'invoice.noRate');
    const others = lines.filter((line) => !gathered(line));
    dropTimeLines.run(record.id);
    draftWork.addTime(record, items);
    const time = rows.lines(record.id).filter(gathered);
    rows.order([...time, ...others].map((line) => line.id));
  }

  return {
    currencyFor,
    begin({ currency, ...wanted }) {
      const found = known(wanted.clientId);
      return begin({ ...wanted, language: found.language, currency: currency ?? found.currency });
    },

    create({ clientId, from, to, grouping }) {
      return store.act({ key: 'undo.draftMade', values: {} }, (announce) => {
        const found = known(clientId);
        const free = sources.free(clientId, from, to);
        if (free.unpriced.length > 0) throw invalidField('from', 'invoice.noRate');
        if (sourceCurrencies(free).size > 1) throw invalidField('to', 'invoice.twoCurrencies');
        const currency = currencyFor(clientId, free, to);
        const invoiceId = begin({ clientId, from, to, grouping, currency, language: found.language });
        draftWork.addAll(draft(rows, invoiceId), free);
        announce('billing', clientId);
        return { invoiceId };
      });
    },

    change({ invoiceId, ...changes }) {
      store.act({ key: 'undo.draftChanged', values: {} }, (announce) => {
        const before = draft(rows, invoiceId);
        if (changes.tax || changes.grouping || changes.currency) invoiceDraft(rows, invoiceId);
        const currency = changes.currency ?? before.currency;
        if (currency !== before.currency && rows.lines(invoiceId).length > 0)
          throw invalidField('currency', 'invoice.currencyFixed');
        const issueDate = changes.issueDate ?? before.issueDate;
        const dueDate = changes.dueDate ?? keptDistance(before, issueDate);
        if (changes.issueDate && Math.abs(daysBetween(today(), issueDate)) > farthest)
          throw invalidField('issueDate', 'invoice.issueTooFar');
        if (changes.dueDate && daysBetween(issueDate, dueDate) > farthest)
          throw invalidField('dueDate', 'invoice.dueTooFar');
        const corrected = before.correctsId === null ? undefined : rows.invoice(before.correctsId);
        if (corrected && issueDate < corrected.issueDate)
          throw invalidField('issueDate', 'credit.beforeInvoice');
        if (dueDate < issueDate) throw invalidField('dueDate', 'invoice.dueBeforeIssue');
        if (changes.display) assertRate(changes.display, currency, issueDate);
        update.run({
          id: invoiceId,
          issueDate,
          dueDate,
          language: changes.language ?? before.language,
          note: changes.note ?? before.note,
          taxCategory: changes.tax?.category ?? before.taxCategory,
          taxRate: changes.tax?.rate ?? before.taxRate,
          // Who chooses a tax has decided on it as things stand.
          ownTax: changes.tax ? ownTaxText(parties.profile().tax) : before.ownTax,
          grouping: changes.grouping ?? before.grouping,
          currency,
          // A rate of exchange into the currency that is now its own says nothing.
          ...displayColumns(currency === before.currency ? changes.display : null, before),
          now: clock.now(),
        });
        if (changes.tax) setTax.run({ id: invoiceId, ...changes.tax });
        if (changes.grouping) regroup(draft(rows, invoiceId));
        if (before.kind === 'invoice' && (changes.language ?? before.language) !== before.language)
          reword(draft(rows, invoiceId));
        announce('billing', before.clientId);
      });
    },

    discard(invoiceId) {
      store.act({ key: 'undo.draftDiscarded', values: {} }, (announce) => {
        const { clientId } = draft(rows, invoiceId);
        sql.prepare('DELETE FROM invoices WHERE id = ?').run(invoiceId);
        announce('billing', clientId);
      });
    },
  };
}

/** Another currency is another one, at a rate that was known on the invoice's day. */
function assertRate({ currency, date }: ExchangeRate, own: string, issueDate: string): void {
  if (currency === own) throw invalidField('display.currency', 'invoice.sameCurrency');
  if (date > issueDate) throw invalidField('display.date', 'invoice.rateAfterIssue');
}

type DisplayColumns = Pick<
  InvoiceRecord,
  'displayCurrency' | 'displayRate' | 'displayDate' | 'displaySource'
>;

/** What is not said stays; null is no other currency. */
function displayColumns(display: ExchangeRate | null | undefined, before: InvoiceRecord): DisplayColumns {
  if (display === undefined) {
    const { displayCurrency, displayRate, displayDate, displaySource } = before;
    return { displayCurrency, displayRate, displayDate, displaySource };
  }
  const { currency = null, rate = null, date = null, source = '' } = display ?? {};
  return { displayCurrency: currency, displayRate: rate, displayDate: date, displaySource: source };
}

/** When the invoice's date moves, the time to pay stays as long as it was. */
function keptDistance(before: InvoiceRecord, issueDate: string): string {
  return addDays(issueDate, daysBetween(before.issueDate, before.dueDate));
}

/** The row of an invoice's draft; a credit note only says what it takes back, and throws `locked`. */
export function invoiceDraft(rows: InvoiceRows, invoiceId: string): InvoiceRecord {
  const record = draft(rows, invoiceId);
  if (record.kind === 'credit_note') throw new AppError('locked', { reason: 'credit.lines' });
  return record;
}

/** The row of a draft; throws `not_found`, or `locked` when it is issued. */
export function draft(rows: InvoiceRows, invoiceId: string): InvoiceRecord {
  const record = rows.invoice(invoiceId);
  if (!record) throw new AppError('not_found');
  if (record.state !== 'draft') throw new AppError('locked', { reason: 'invoice.issued' });
  return record;
}
