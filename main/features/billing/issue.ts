import { createHash } from 'node:crypto';
import type { EFormat } from '#shared/domain/einvoice/problems.ts';
import type { InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';
import { snapshotProblems } from '#shared/domain/snapshot-problems.ts';
import type { IssueProgress } from '#shared/ipc/billing.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Announce, Store } from '../../store/store.ts';
import type { Content } from './content.ts';
import { draft } from './drafts.ts';
import type { MadeDocument } from './einvoice/make.ts';
import type { EInvoices } from './einvoice/service.ts';
import type { InvoiceRows } from './invoice-rows.ts';
import type { Pages } from './pages.ts';
import { createRelease } from './release.ts';
import type { NextNumber, Series } from './series.ts';
import type { Tools } from './tools.ts';

const attempts = 5;

interface Plan {
  readonly place: NextNumber;
  readonly snapshot: InvoiceSnapshot;
  /** The snapshot as it will be stored; two equal texts are the same invoice. */
  readonly text: string;
  /** The e-invoices that the client wants besides the page. */
  readonly formats: readonly EFormat[];
}

export interface Issuing {
  issue(invoiceId: string): Promise<{ number: string }>;
  /** Null when this invoice is not being issued. */
  progress(invoiceId: string): IssueProgress | null;
  /** Before the next step, if there is one: what is being stored is stored. */
  stop(invoiceId: string): void;
}

/**
 * Issues drafts. Printing takes time and a transaction may not wait, so the document is made first, for the number
 * that would come next, without reserving anything. Then one immediate transaction looks again: only if the number
 * is still the next one and the invoice still says the same are number, snapshot, locks and document stored, all
 * together. Otherwise it is printed anew. A crash at any point leaves the draft and the series as they were.
 */
export function createIssuing(
  store: Store,
  rows: InvoiceRows,
  content: Content,
  series: Series,
  einvoices: EInvoices,
  pages: Pages,
  { clock, ids }: Tools,
): Issuing {
  const { sql } = store;
  const freezeLine = sql.prepare('UPDATE invoice_lines SET seconds = ?, net_minor = ? WHERE id = ?');
  const bill = sql.prepare(
    `UPDATE time_entries SET billed = 1 WHERE id IN (
       SELECT e.entry_id FROM invoice_line_entries e JOIN invoice_lines l ON l.id = e.line_id
       WHERE l.invoice_id = ?)`,
  );
  const addTax = sql.prepare(
    'INSERT INTO invoice_taxes (invoice_id, category, rate, net_minor, tax_minor) VALUES (?, ?, ?, ?, ?)',
  );
  const addDocument = sql.prepare(
    `INSERT INTO invoice_documents (id, invoice_id, format, bytes, sha256, created_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const issue = sql.prepare(
    `UPDATE invoices SET state = 'issued', series_id = @seriesId, period = @period, counter = @counter,
       number = @number, issued_at = @now, net_minor = @net, tax_minor = @tax, gross_minor = @gross,
       snapshot = @text, document_id = @documentId, logo_id = @logoId, updated_at = @now WHERE id = @id`,
  );
  const release = createRelease(sql);
  const termsBehind = sql
    .prepare<[string], string>(
      `SELECT t.id FROM agreement_terms t WHERE t.agreement_id IN (
         SELECT substr(s.ref, 1, length(s.ref) - 11) FROM invoice_line_sources s
         JOIN invoice_lines l ON l.id = s.line_id WHERE l.invoice_id = ? AND s.kind IN ('fee', 'hours'))`,
    )
    .pluck();
  let last: Promise<unknown> = Promise.resolve();
  const steps = new Map<string, IssueProgress>();
  const stopped = new Set<string>();

  function reached(invoiceId: string, { snapshot, formats }: Plan, step: IssueProgress['step']): void {
    if (stopped.has(invoiceId)) throw new AppError('cancelled', { reason: 'invoice.issueStopped' });
    steps.set(invoiceId, { step, lines: snapshot.lines.length, files: formats.length });
    store.feed.publish([{ topic: 'issuing', clientId: null }]);
  }

  function plan(invoiceId: string): Plan {
    const record = draft(rows, invoiceId);
    const place = series.next(record);
    const snapshot = content.snapshot(record, place.number);
    const problems = new Set([
      ...snapshotProblems(snapshot),
      ...einvoices.problems(record.clientId, snapshot),
      ...place.problems,
    ]);
    if (problems.size > 0) {
      const fields = Object.fromEntries(
        [...problems].map((problem) => [problem, `invoice.problem.${problem}`]),
      );
      throw new AppError('invalid_input', { reason: 'invoice.notReady', fields });
    }
    return { place, snapshot, text: JSON.stringify(snapshot), formats: einvoices.formats(record.clientId) };
  }

  /** Of one moment: else a number that is given between two of its reads looks as if it had been taken. */
  const planAtOnce = sql.transaction(plan);

  function keep(
    invoiceId: string,
    { place, snapshot, text }: Plan,
    documents: readonly (MadeDocument | { format: 'pdf'; bytes: Uint8Array })[],
    announce: Announce,
  ) {
    const now = clock.now();
    const documentId = ids.next();
    const { net, tax, gross, taxes } = snapshot.totals;
    for (const line of snapshot.lines) freezeLine.run(line.seconds, line.net, line.id);
    bill.run(invoiceId);
    for (const total of taxes) addTax.run(invoiceId, total.category, total.rate, total.net, total.tax);
    for (const { format, bytes } of documents) {
      const id = format === 'pdf' ? documentId : ids.next();
      addDocument.run(id, invoiceId, format, Buffer.from(bytes), sha256(bytes), now);
    }
    series.open(place);
    const { seriesId, period, counter, number } = place;
    const logoId = snapshot.look.logo?.id ?? null;
    const sums = { net, tax, gross };
    issue.run({ id: invoiceId, seriesId, period, counter, number, now, ...sums, text, documentId, logoId });
    release(invoiceId);
    // What a cycle was billed on is not taken back by an older step either.
    for (const termsId of termsBehind.all(invoiceId)) store.seal('agreement_terms', termsId);
    const clientId = rows.invoice(invoiceId)?.clientId ?? null;
    announce('billing', clientId);
    announce('time', clientId);
  }

  async function issueNow(invoiceId: string): Promise<{ number: string }> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const planned = planAtOnce(invoiceId);
      reached(invoiceId, planned, 'print');
      const bytes = await pages.print(planned.snapshot);
      assertPdf(bytes);
      if (planned.formats.length > 0) reached(invoiceId, planned, 'files');
      const made = await einvoices.make(planned.snapshot, planned.formats, bytes);
      const documents = [{ format: 'pdf' as const, bytes }, ...made];
      reached(invoiceId, planned, 'store');
      const done = store.write((announce) => {
        const now = plan(invoiceId);
        const same = sameFor(now, planned);
        if (same) keep(invoiceId, planned, documents, announce);
        return same;
      });
      if (done) return { number: planned.place.number };
    }
    throw new AppError('conflict', { reason: 'invoice.keepsChanging' });
  }

  return {
    issue(invoiceId) {
      stopped.delete(invoiceId);
      // One after the other, so that two issues at once do not print for the same number in vain.
      const result = last
        .then(() => issueNow(invoiceId))
        .finally(() => {
          steps.delete(invoiceId);
          stopped.delete(invoiceId);
          store.feed.publish([{ topic: 'issuing', clientId: null }]);
        });
      last = result.catch(() => undefined);
      return result;
    },
    progress: (invoiceId) => steps.get(invoiceId) ?? null,
    stop: (invoiceId) => void stopped.add(invoiceId),
  };
}

/** Whether what was printed for one plan is also right for the other. */
function sameFor(one: Plan, other: Plan): boolean {
  return (
    one.text === other.text &&
    one.place.counter === other.place.counter &&
    one.formats.join() === other.formats.join()
  );
}

/** The digest that is stored with a document, hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function assertPdf(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (head !== '%PDF-') throw new AppError('unavailable', { reason: 'invoice.printFailed' });
}
