import { creditProblem, leftOf } from '#shared/domain/credit.ts';
import type { CreditView, creditsContract } from '#shared/ipc/billing-credits.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';
import { creditLine } from './credit-line.ts';
import type { InvoiceRecord, InvoiceRows, LineRecord } from './invoice-rows.ts';
import { createReleasable, createRelease } from './release.ts';
import type { Tools } from './tools.ts';

type Input = InputOf<(typeof creditsContract)['billing.createCredit']>;

export interface Credits {
  /** What is left of an issued invoice; throws `not_found`, or `invalid_input` for what is no issued invoice. */
  creditable(invoiceId: string): CreditView;
  /** Begins a credit note; throws `invalid_input` at `lines.<n>.net` for more than is left of a line. */
  create(input: Input): { invoiceId: string };
  /** Whether an issued credit note holds work back that it could give back. */
  canGiveBack(creditId: string): boolean;
  /** Lets the work of lines that are taken back whole be billed again; throws `conflict` when there is none. */
  giveBack(creditId: string): void;
}

/** Credit notes over the database; what a draft of one takes back counts already. Amounts in minor units of the invoice's currency, positive for what is taken back. */
export function createCredits(store: Store, rows: InvoiceRows, { clock, ids, today }: Tools): Credits {
  const { sql } = store;
  const credited = sql.prepare<[string], { id: string; credited: number; hasWork: 0 | 1 }>(
    `SELECT l.id, coalesce((SELECT sum(k.net_minor) FROM invoice_lines k JOIN invoices n ON n.id = k.invoice_id
         WHERE k.corrects_line_id = l.id), 0) AS credited,
       EXISTS (SELECT 1 FROM invoice_line_entries e WHERE e.line_id = l.id AND e.released_by IS NULL)
         OR EXISTS (SELECT 1 FROM invoice_line_sources s WHERE s.line_id = l.id AND s.released_by IS NULL) AS hasWork
     FROM invoice_lines l WHERE l.invoice_id = ?`,
  );
  const insert = sql.prepare(
    `INSERT INTO invoices (id, client_id, kind, corrects_id, gives_back, currency, language, issue_date, due_date,
       period_from, period_to, grouping, tax_category, tax_rate, order_reference, display_currency, display_rate,
       display_date, display_source, created_at, updated_at)
     SELECT @id, client_id, 'credit_note', id, @givesBack, currency, language, @date, @date, period_from, period_to,
       grouping, tax_category, tax_rate, order_reference, display_currency, display_rate, display_date, display_source,
       @now, @now FROM invoices WHERE id = @invoiceId`,
  );

  const canGiveBack = createReleasable(sql);
  const release = createRelease(sql);
  const mark = sql.prepare('UPDATE invoices SET gives_back = 1 WHERE id = ?');

  function issued(invoiceId: string): InvoiceRecord {
    const record = rows.invoice(invoiceId);
    if (!record) throw new AppError('not_found');
    if (record.state !== 'issued' || record.kind !== 'invoice')
      throw new AppError('invalid_input', { reason: 'credit.other' });
    return record;
  }

  function linesOf(invoiceId: string) {
    const byLine = new Map(credited.all(invoiceId).map((row) => [row.id, row]));
    return rows.lines(invoiceId).map((line) => {
      const found = byLine.get(line.id);
      const sums = { net: line.net ?? 0, credited: found?.credited ?? 0 };
      return { line, ...sums, left: leftOf(sums), hasWork: found?.hasWork === 1 };
    });
  }

  return {
    canGiveBack,
    giveBack(creditId) {
      store.write((announce) => {
        if (!canGiveBack(creditId)) throw new AppError('conflict', { reason: 'credit.nothingToGive' });
        mark.run(creditId);
        release(creditId);
        const clientId = rows.invoice(creditId)?.clientId ?? null;
        announce('billing', clientId);
        announce('time', clientId);
      });
    },
    creditable(invoiceId) {
      const { number, currency } = issued(invoiceId);
      const lines = linesOf(invoiceId).map(({ line: { id, text }, ...sums }) => ({ id, text, ...sums }));
      return { invoiceId, number: number ?? '', currency, lines };
    },
    create({ invoiceId, lines, givesBack }) {
      return store.act({ key: 'undo.creditMade', values: {} }, (announce) => {
        const { clientId, issueDate } = issued(invoiceId);
        const known = new Map(linesOf(invoiceId).map((one) => [one.line.id, one]));
        const taken = lines.map(({ lineId, net }, index): [line: LineRecord, net: number] => {
          const one = known.get(lineId);
          known.delete(lineId);
          const amount = net ?? one?.left ?? 0;
          const wrong = one ? creditProblem(one, amount) : 'credit.tooMuch';
          if (!one || wrong !== null) throw invalidField(`lines.${index}.net`, wrong ?? 'credit.tooMuch');
          return [one.line, amount];
        });
        if (taken.reduce((sum, [, net]) => sum + net, 0) === 0)
          throw invalidField('lines.0.net', 'credit.nothingTaken');
        const id = ids.next();
        const date = [today(), issueDate].sort().at(-1) ?? today();
        insert.run({ id, invoiceId, givesBack: givesBack ? 1 : 0, date, now: clock.now() });
        for (const [position, [line, net]] of taken.entries())
          rows.insertLine(creditLine(line, net, { id: ids.next(), invoiceId: id, position }));
        announce('billing', clientId);
        return { invoiceId: id };
      });
    },
  };
}
