import { isCurrency } from '#shared/domain/currencies.ts';
import type { DocumentLanguage } from '#shared/domain/document-language.ts';
import type { Grouping } from '#shared/domain/invoice.ts';
import type { InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';
import type { SampleWords } from '#shared/domain/sample-invoice.ts';
import type { GapReport, InvoiceView, IssueProgress, PeriodWork } from '#shared/ipc/billing.ts';
import type { DraftedReminder } from '#shared/ipc/billing-payments.ts';
import type { RatesView, ratesContract, WeekView } from '#shared/ipc/billing-rates.ts';
import type { WriteOffOffer } from '#shared/ipc/billing-write-offs.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Change } from '#shared/ipc/topics.ts';
import type { Store } from '../../store/store.ts';
import { type Agreements, createAgreements } from './agreements.ts';
import { createContent } from './content.ts';
import { type Credits, createCredits } from './credits.ts';
import { createDiscountFollowing } from './discount-lines.ts';
import { createFollowing } from './draft-follow.ts';
import { createDraftNewer, type DraftNewer } from './draft-newer.ts';
import { createDraftWork } from './draft-work.ts';
import { createDrafts, type Drafts, draft } from './drafts.ts';
import { createDocuments, type Documents } from './einvoice/documents.ts';
import { createEInvoices, type EInvoices } from './einvoice/service.ts';
import { createTaxWords, type TaxWords } from './einvoice/tax-words.ts';
import { createExpenseLines, type ExpenseLines } from './expense-lines.ts';
import { createExpenseRows } from './expense-rows.ts';
import { createExpenses, type Expenses } from './expenses.ts';
import { createExports, type Exports } from './export.ts';
import { createFreeRows } from './free-rows.ts';
import { createGapReport } from './gaps.ts';
import { createInvoiceRows, type InvoiceRows } from './invoice-rows.ts';
import { createIssuing } from './issue.ts';
import { createLateWork, type LateWorks } from './late-work.ts';
import { createRewording } from './line-rewording.ts';
import { createLineTexts } from './line-texts.ts';
import { createLines, type Lines } from './lines.ts';
import { createLogos, type Logos } from './logos.ts';
import { createOverview, type Overview } from './overview.ts';
import { createPages } from './pages.ts';
import { createParties, type Parties } from './parties.ts';
import { createPaymentReminders } from './payment-reminders.ts';
import { createPayments, type Payments } from './payments.ts';
import { createRates } from './rates.ts';
import { createReceipts, type Receipts } from './receipts.ts';
import { createRepricing, type Repricing } from './repricing.ts';
import { createRetainerViews, type RetainerViews } from './retainer-views.ts';
import { createRetainers } from './retainers.ts';
import { createRounding } from './rounding.ts';
import { createSampleWords } from './sample-words.ts';
import { createSeries, type Series } from './series.ts';
import { sourcesWorth, workOf } from './source-worth.ts';
import { createSources } from './sources.ts';
import { createTaskPrices, type TaskPrices } from './task-prices.ts';
import { type BillingPorts, withToday } from './tools.ts';
import { invoiceView } from './view.ts';
import { createWeek } from './week.ts';
import { createWriteOffOffers } from './write-off-offers.ts';
import { createWriteOffs, type WriteOffs } from './write-offs.ts';

/** Everything that billing does, from the rate agreed to the invoice issued. */
export interface Billing {
  readonly newer: DraftNewer;
  readonly agreements: Agreements;
  readonly repricing: Repricing;
  readonly taskPrices: TaskPrices;
  readonly retainers: RetainerViews;
  /** What an hour of work has brought in a period. */
  rates(input: InputOf<(typeof ratesContract)['billing.rates']>): RatesView;
  /** What of this week is booked, and what is left to sell. */
  week(): WeekView;
  readonly writeOffs: WriteOffs;
  readonly late: LateWorks;
  /** What could be written off, newest first. */
  writeOffOffers(clientId: string): WriteOffOffer[];
  readonly parties: Parties;
  readonly logos: Logos;
  /** What a sample of an invoice says in this language. */
  sampleWords(language: DocumentLanguage): SampleWords;
  readonly series: Series;
  readonly drafts: Drafts;
  readonly lines: Lines;
  readonly credits: Credits;
  readonly payments: Payments;
  readonly expenses: Expenses;
  readonly receipts: Receipts;
  readonly overview: Overview;
  readonly exports: Exports;
  /** Opens a payment reminder in the person's own mail program; throws `conflict` when nothing is overdue. */
  remind(invoiceId: string): Promise<DraftedReminder>;
  readonly einvoices: EInvoices;
  readonly taxWords: TaxWords;
  readonly documents: Documents;
  /** Proves that no number of any series is missing, or names those that are. */
  gaps(): GapReport;
  invoice(invoiceId: string): InvoiceView;
  preview(invoiceId: string): InvoiceSnapshot;
  /** What a draft of these days would come to: rounded line by line, as the draft will be. */
  periodWork(clientId: string, from: string, to: string, grouping: Grouping): PeriodWork;
  /**
   * Gives the draft its number, freezes it with its document, and locks its time entries: all or nothing.
   * Throws `invalid_input` naming what is missing, `locked` when it is issued already, `conflict` when it
   * keeps changing meanwhile.
   */
  issue(invoiceId: string): Promise<{ number: string }>;
  /** Where the issuing of this invoice stands; null when it is not being issued. */
  issuing(invoiceId: string): IssueProgress | null;
  /** `issue` then throws `cancelled`, unless the storing has begun. */
  stopIssuing(invoiceId: string): void;
}

/** Makes billing's parts and gives them to each other. */
export function createBilling(store: Store, ports: BillingPorts): Billing {
  const tools = withToday(ports);
  const rows = createInvoiceRows(store.sql);
  const agreements = createAgreements(store, tools);
  const logos = createLogos(store, tools);
  const parties = createParties(store, logos, tools);
  const series = createSeries(store, tools);
  const rounding = createRounding(store.sql);
  const retainers = createRetainers(store.sql, agreements, rounding, tools);
  const sources = createSources(store.sql, agreements, retainers, rounding, tools);
  const taxWords = createTaxWords(store, parties, tools);
  const lineTexts = createLineTexts(store.sql, tools.documentWords);
  const follow = createFollowing(store, rows, sources, retainers, lineTexts, tools);
  const spreadDiscounts = createDiscountFollowing(store, rows, tools.ids);
  const content = createContent(rows, parties, logos, rounding, tools.documentWords, taxWords);
  const einvoices = createEInvoices(store, parties, tools);
  const work = createDraftWork(rows, lineTexts, tools.ids);
  const expenseRows = createExpenseRows(store.sql);
  const expenseLines = createExpenseLines(rows, expenseRows, () => tools.ids.next());
  const pages = createPages(logos, tools);
  const issuing = createIssuing(store, rows, content, series, einvoices, pages, tools);
  const perTask = store.sql.prepare<[{ clientId: string | null }]>(
    `SELECT 1 FROM agreements WHERE kind = 'per_task' AND (:clientId IS NULL OR client_id = :clientId)
     UNION ALL SELECT 1 FROM task_prices WHERE :clientId IS NULL OR client_id = :clientId LIMIT 1`,
  );
  store.follow((changes) => {
    // Tasks decide on money only where some have prices.
    const found = changes.filter(
      (change) =>
        aboutWork(change) || (change.topic === 'tasks' && perTask.get({ clientId: change.clientId })),
    );
    for (const clientId of new Set(found.map((change) => change.clientId))) follow(clientId);
    const about = changes.filter((change) => change.topic === 'billing' || found.includes(change));
    for (const clientId of new Set(about.map((change) => change.clientId))) spreadDiscounts(clientId);
  });
  // What another thread has committed is told without a client.
  store.feed.subscribe((changes) => {
    if (changes.some((change) => change.topic === 'time' && change.clientId === null)) follow(null);
  });
  const reword = createRewording(store.sql, rows, sources, retainers, lineTexts);
  const drafts = createDrafts(store, rows, sources, agreements, parties, expenseRows, reword, tools);
  return {
    agreements,
    newer: createDraftNewer(store, rows, sources, agreements, work, expenseRows, expenseLines, tools),
    late: createLateWork(store, rows, sources, drafts, agreements, tools),
    retainers: createRetainerViews(store.sql, retainers, parties, tools),
    rates: createRates(store.sql, agreements, retainers, rounding, tools),
    week: createWeek(store.sql, retainers, tools),
    writeOffs: createWriteOffs(store, sources, tools),
    writeOffOffers: createWriteOffOffers(createFreeRows(store.sql), sources, expenseRows),
    repricing: createRepricing(store, agreements, tools),
    taskPrices: createTaskPrices(store, agreements, tools),
    parties,
    logos,
    sampleWords: createSampleWords(taxWords, tools),
    series,
    drafts: withExpenses(store, rows, drafts, expenseLines),
    lines: createLines(store, rows, content, tools),
    credits: createCredits(store, rows, tools),
    payments: createPayments(store, tools),
    expenses: createExpenses(store, rows, expenseRows, expenseLines, lineTexts, tools),
    receipts: createReceipts(store, tools),
    remind: createPaymentReminders(store, content, parties, tools),
    overview: createOverview(store, agreements, sources, rounding, content, tools),
    exports: createExports(store.sql, content, pages, tools),
    einvoices,
    taxWords,
    documents: createDocuments(store.sql, content, tools),
    issue(invoiceId) {
      follow(null);
      return issuing.issue(invoiceId);
    },
    issuing: issuing.progress,
    stopIssuing: issuing.stop,
    gaps: createGapReport(store.sql),
    invoice: (invoiceId) => invoiceView(content, series, einvoices, parties, expenseRows, invoiceId),
    preview(invoiceId) {
      const record = content.record(invoiceId);
      return content.snapshot(record, record.number);
    },
    periodWork(clientId, from, to, grouping) {
      const free = sources.free(clientId, from, to);
      const { entries, seconds, rawSeconds } = workOf(free);
      const raw = free.unpriced.reduce((sum, row) => sum + row.rawSeconds, 0);
      const currency = drafts.currencyFor(clientId, free, to);
      const spent = expenseRows.freeUntil(clientId, currency, to);
      return {
        entries: entries + free.unpriced.length,
        days: free.days.reduce((sum, { worth }) => sum + worth.days, 0),
        tasks: free.tasks.length,
        expenses: spent.map(({ amount }) => ({ amount, currency })),
        leftOut: expenseRows.freeElsewhere(clientId, currency, to),
        seconds: seconds + raw,
        rawSeconds: rawSeconds + raw,
        amounts: sourcesWorth(free, grouping),
        unpricedEntries: free.unpriced.length,
        cycles: free.fees.length,
      };
    },
  };
}

/** A new draft takes the client's free expenses along; each is a line that can be removed again. */
function withExpenses(store: Store, rows: InvoiceRows, drafts: Drafts, lines: ExpenseLines): Drafts {
  return {
    ...drafts,
    create: (input) =>
      store.act({ key: 'undo.draftMade', values: {} }, () => {
        const made = drafts.create(input);
        const record = draft(rows, made.invoiceId);
        if (!isCurrency(record.currency))
          throw new AppError('invalid_input', { reason: 'invoice.unknownCurrency' });
        lines.addAll(record);
        return made;
      }),
  };
}

/** What may change how much work is on a draft, and how it is paid for. */
function aboutWork({ topic }: Change): boolean {
  return topic === 'time' || topic === 'clients' || topic === 'billing';
}
