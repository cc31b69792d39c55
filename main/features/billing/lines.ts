import { isTooMuch } from '#shared/domain/line-net.ts';
import type { billingContract, LineEntryView } from '#shared/ipc/billing.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';
import type { Content } from './content.ts';
import { draft, invoiceDraft } from './drafts.ts';
import type { InvoiceRows, LineRecord } from './invoice-rows.ts';
import { lineTax } from './line-tax.ts';
import type { Tools } from './tools.ts';

type Contract = typeof billingContract;

/** Changes to the lines of a draft. Lines of issued invoices throw `locked`. */
export interface Lines {
  add(input: InputOf<Contract['billing.addLine']>): { lineId: string };
  change(input: InputOf<Contract['billing.changeLine']>): void;
  move(lineId: string, to: number): void;
  /** Takes a line off; its time becomes free for another invoice. */
  remove(lineId: string): void;
  entries(lineId: string): LineEntryView[];
}

/** The lines of drafts over the database; of an issued invoice they throw `locked`. */
export function createLines(store: Store, rows: InvoiceRows, content: Content, { clock, ids }: Tools): Lines {
  const { sql } = store;
  const update = sql.prepare(
    `UPDATE invoice_lines SET typed = max(typed, text <> @text), text = @text, quantity = @quantity,
       unit_minor = @unit WHERE id = @lineId`,
  );
  const setTax = sql.prepare(
    `UPDATE invoice_lines SET tax_category = @taxCategory, tax_rate = @taxRate, own_tax = @ownTax WHERE id = @lineId`,
  );
  const remove = sql.prepare('DELETE FROM invoice_lines WHERE id = ?');
  const titles = sql.prepare<[string], Pick<LineEntryView, 'id' | 'note' | 'taskTitle'>>(
    `SELECT e.id, e.note, t.title AS taskTitle
     FROM invoice_line_entries le JOIN time_entries e ON e.id = le.entry_id
     LEFT JOIN tasks t ON t.id = e.task_id WHERE le.line_id = ?`,
  );

  function editing(undo: string, lineId: string, work: (line: LineRecord) => void): void {
    store.act({ key: undo, values: {} }, (announce) => {
      const line = rows.line(lineId);
      if (!line) throw new AppError('not_found');
      draft(rows, line.invoiceId);
      work(line);
      rows.touch(line.invoiceId, clock.now());
      announce('billing', line.clientId);
    });
  }

  return {
    add({ invoiceId, text, quantity, unit, tax = null }) {
      return store.act({ key: 'undo.lineAdded', values: {} }, (announce) => {
        const invoice = invoiceDraft(rows, invoiceId);
        const { clientId } = invoice;
        if (isTooMuch(quantity, unit)) throw invalidField('unit', 'field.tooLarge');
        const id = ids.next();
        const position = (rows.lines(invoiceId).at(-1)?.position ?? -1) + 1;
        rows.insertLine({
          id,
          invoiceId,
          clientId,
          position,
          kind: 'free',
          text,
          quantity,
          unit,
          ...lineTax(tax, invoice),
        });
        rows.touch(invoiceId, clock.now());
        announce('billing', clientId);
        return { lineId: id };
      });
    },
    change({ lineId, text, quantity, unit, tax }) {
      editing('undo.lineChanged', lineId, (line) => {
        const content = [quantity, unit, tax].some((value) => value !== undefined);
        if (line.correctsLineId !== null && content) throw new AppError('locked', { reason: 'credit.lines' });
        // The quantity of time is its entries, and its rate what was agreed.
        if (line.kind === 'time' && quantity !== undefined)
          throw invalidField('quantity', 'invoice.timeLine');
        if (line.kind === 'time' && unit !== undefined) throw invalidField('unit', 'invoice.timeLine');
        // So is what a day counts as: the draft follows its work.
        if (line.kind === 'day' && quantity !== undefined) throw invalidField('quantity', 'invoice.dayLine');
        // The hours of a cycle come from its ledger, and a share from the other lines; less is never more.
        if (line.quantity === null && quantity !== undefined)
          throw invalidField('quantity', 'invoice.quantityFixed');
        const fixed = line.percent !== null || (line.kind === 'discount' && (unit ?? 0) > 0);
        if (fixed && unit !== undefined) throw invalidField('unit', 'invoice.discountUnit');
        // A share is taken off the lines of its tax.
        if (line.percent !== null && tax !== undefined) throw invalidField('tax', 'invoice.discountTax');
        const next = { quantity: quantity ?? line.quantity, unit: unit ?? line.unit };
        if (isTooMuch(next.quantity ?? 0, next.unit))
          throw invalidField(unit === undefined ? 'quantity' : 'unit', 'field.tooLarge');
        update.run({ lineId, text: text ?? line.text, ...next });
        if (tax !== undefined) setTax.run({ lineId, ...lineTax(tax, invoiceDraft(rows, line.invoiceId)) });
      });
    },
    move(lineId, to) {
      editing('undo.lineMoved', lineId, ({ invoiceId }) => {
        const order = rows
          .lines(invoiceId)
          .map((line) => line.id)
          .filter((id) => id !== lineId);
        order.splice(to, 0, lineId);
        rows.order(order);
      });
    },
    remove(lineId) {
      editing('undo.lineRemoved', lineId, () => void remove.run(lineId));
    },
    entries(lineId) {
      const line = rows.line(lineId);
      if (!line) return [];
      const { lines } = content.snapshot(content.record(line.invoiceId), null);
      const named = new Map(titles.all(lineId).map((row) => [row.id, row]));
      const own = lines.find(({ id }) => id === lineId)?.entries ?? [];
      return own.map((entry) => ({ ...entry, ...(named.get(entry.id) ?? { note: '', taskTitle: null }) }));
    },
  };
}
