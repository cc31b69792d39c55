import { createHash } from 'node:crypto';
import { createAgreementRows } from '#main/features/billing/agreement-rows.ts';
import { createFreeRows, type WorkRow } from '#main/features/billing/free-rows.ts';
import { createTaskPriceRows, frozenOf } from '#main/features/billing/price-rows.ts';
import type { Sql } from '#main/store/open.ts';
import type { Agreement } from '#shared/domain/agreement-match.ts';
import { entryPrice } from '#shared/domain/entry-price.ts';
import { type Cycle, cycleAt, cyclesOf } from '#shared/domain/retainer-cycles.ts';

interface Line {
  readonly kind: 'time' | 'day' | 'task' | 'hours' | 'fee' | 'free';
  readonly ref: string | null;
  readonly detail: string | null;
  readonly entryIds: string[];
}

interface Bill {
  readonly clientId: string;
  readonly month: string;
  readonly lines: Map<string, Line>;
}

/**
 * The bills of all work of each client up to some months before its last, one for each month of a retainer and one for
 * three months else, as issuing would leave them: cycles settled, days and tasks taken.
 * @param keep so many of a client's entries, at least, stay unbilled.
 */
function oldWork(sql: Sql, keep: number): Bill[] {
  const rows = createFreeRows(sql);
  const prices = createTaskPriceRows(sql);
  const agreementsOf = createAgreementRows(sql);
  const done = new Set(sql.prepare('SELECT id FROM tasks WHERE completed_at IS NOT NULL').pluck().all());
  const clients = sql.prepare<[], string>('SELECT id FROM clients ORDER BY id').pluck().all();
  return clients.flatMap((clientId) => {
    const agreements = agreementsOf(clientId);
    const retained = agreements.some(({ kind }) => kind === 'retainer');
    const priced = prices(clientId);
    const free = rows.free(clientId);
    const last = free.at(-1)?.date ?? '';
    const cycles = agreements.flatMap((one) => (one.kind === 'retainer' ? cyclesOf(one, last) : []));
    const end = `${free.at(-keep)?.date.slice(0, 7)}-01`;
    const bills = new Map<string, Bill>();
    for (const row of free) {
      if (row.date >= end) break;
      const bucket = retained ? row.date.slice(0, 7) : quarterOf(row.date);
      const line = lineOf(row, agreements, priced.has(row.taskId ?? ''), cycles);
      if (!line || (line.kind === 'task' && !done.has(row.taskId))) continue;
      // A task is billed whole, with its first work.
      const own =
        line.kind === 'task' ? [...bills.values()].find(({ lines }) => lines.has(`task ${line.ref}`)) : null;
      const bill = own ?? bills.get(bucket) ?? { clientId, month: row.date.slice(0, 7), lines: new Map() };
      if (!own) bills.set(bucket, bill);
      const key = `${line.kind} ${line.ref}`;
      const known = bill.lines.get(key) ?? line;
      known.entryIds.push(row.entryId);
      bill.lines.set(key, known);
      if (line.kind === 'hours') bill.lines.set(`fee ${line.ref}`, { ...line, kind: 'fee', entryIds: [] });
    }
    const later = free.filter(({ date }) => date >= end);
    for (const { lines } of bills.values())
      for (const { kind, ref, entryIds } of lines.values())
        if (kind === 'task')
          entryIds.push(...later.filter((row) => row.taskId === ref).map((row) => row.entryId));
    return [...bills.values()];
  });
}

function quarterOf(date: string): string {
  return `${date.slice(0, 5)}${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** @param cycles of the client's retainer. */
function lineOf(
  row: WorkRow,
  agreements: readonly Agreement[],
  priced: boolean,
  cycles: readonly Cycle[],
): Line | null {
  const task = row.taskId === null ? null : { workKindId: row.taskKindId, priced };
  const price = entryPrice({ ...row, task, frozen: frozenOf(row) }, agreements);
  switch (price.by) {
    case 'hour':
      return { kind: 'time', ref: null, detail: null, entryIds: [] };
    case 'day':
      return { kind: 'day', ref: `${price.agreementId}:${row.date}`, detail: null, entryIds: [] };
    case 'task':
      return { kind: 'task', ref: row.taskId, detail: null, entryIds: [] };
    case 'none':
      return null;
    case 'cycle': {
      const cycle = cycles[cycleAt(cycles, row.date)];
      if (!cycle) return null;
      const { start, end } = cycle;
      const detail = JSON.stringify({
        ...{ cycleStart: start, cycleEnd: end, includedSeconds: 72_000, carriedInSeconds: 0 },
        ...{ usedSeconds: 72_000, overSeconds: 0, carriedIn: {}, carriedOut: {} },
        ...{ rounding: 'none', roundingMinutes: 15, roundingPer: 'entry' },
      });
      return { kind: 'hours', ref: `${price.agreementId}:${start}`, detail, entryIds: [] };
    }
  }
}

/** As long as those of invoices with some work are. */
const snapshot = JSON.stringify({ filler: 'Sample work. '.repeat(500) });

/**
 * Issues so many invoices by SQL, as issuing does, without printing a page for each. With `keep` they hold all old work of
 * each client but that many entries; without it they hold no work at all.
 */
export function issueInvoices(sql: Sql, count: number, keep: number | null): void {
  const bills = keep === null ? [] : oldWork(sql, keep);
  if (bills.length > count) throw new Error(`${bills.length} invoices are needed for that much work`);
  const clients = sql.prepare<[], string>('SELECT id FROM clients ORDER BY id').pluck().all();
  while (bills.length < count) {
    const back = bills.length % 240;
    const month = `${2025 - Math.floor(back / 12)}-${String((back % 12) + 1).padStart(2, '0')}`;
    bills.push({ clientId: clients[bills.length % clients.length] ?? '', month, lines: new Map() });
  }
  bills.sort((a, b) => (a.month < b.month ? -1 : 1));
  const draft = sql.prepare(
    `INSERT INTO invoices (id, client_id, currency, language, issue_date, due_date, period_from, period_to, grouping,
       tax_category, tax_rate, created_at, updated_at)
     VALUES (:id, :clientId, 'EUR', 'en', :month || '-28', :month || '-28', :month || '-01', :month || '-28', 'one',
       'none', 0, 1, 1)`,
  );
  const line = sql.prepare(
    `INSERT INTO invoice_lines (id, invoice_id, client_id, position, kind, text, seconds, quantity, unit_minor, detail,
       tax_category, tax_rate, net_minor)
     VALUES (:id, :invoiceId, :clientId, :position, :kind, 'Work', :seconds, :quantity, 4500, :detail, 'none', 0, 4500)`,
  );
  const entry = sql.prepare(
    'INSERT INTO invoice_line_entries (id, line_id, client_id, entry_id) VALUES (?, ?, ?, ?)',
  );
  const source = sql.prepare(
    'INSERT INTO invoice_line_sources (id, line_id, client_id, kind, ref) VALUES (?, ?, ?, ?, ?)',
  );
  const page = sql.prepare(
    `INSERT INTO invoice_documents (id, invoice_id, format, bytes, sha256, created_at)
     VALUES (?, ?, 'pdf', ?, ?, 1)`,
  );
  const billed = sql.prepare('UPDATE time_entries SET billed = 1 WHERE id = ?');
  const whole = sql.prepare(
    `UPDATE invoices SET state = 'issued', series_id = 'invoice', period = '2026', counter = :counter,
       number = '2026-' || :counter, issued_at = :counter, net_minor = :net, tax_minor = 0, gross_minor = :net,
       snapshot = :snapshot, document_id = :page WHERE id = :id`,
  );
  const tax = sql.prepare(
    `INSERT INTO invoice_taxes (invoice_id, category, rate, net_minor, tax_minor) VALUES (?, 'none', 0, ?, 0)`,
  );
  const payment = sql.prepare(
    `INSERT INTO payments (id, client_id, invoice_id, paid_on, amount_minor, created_at, updated_at)
     VALUES (:id, :clientId, :invoiceId, :month || '-28', :net, 1, 1)`,
  );
  const document = Buffer.alloc(20_000, '%');
  const sha256 = createHash('sha256').update(document).digest('hex');
  const other: Line = { kind: 'free', ref: null, detail: null, entryIds: [] };
  sql.transaction(() => {
    sql.exec(`INSERT INTO number_counters (series_id, period, first, next) VALUES ('invoice', '2026', 1, 1)`);
    for (const [index, { clientId, month, lines }] of bills.entries()) {
      const counter = index + 1;
      const id = `invoice ${counter}`;
      draft.run({ id, clientId, month });
      const all = lines.size === 0 ? [other] : [...lines.values()];
      for (const [position, { kind, ref, detail, entryIds }] of all.entries()) {
        const lineId = `line ${counter} ${position}`;
        const timed = kind === 'time' || kind === 'hours';
        const amounts = { seconds: timed ? 3600 : null, quantity: timed ? null : 1000 };
        line.run({ id: lineId, invoiceId: id, clientId, position, kind, detail, ...amounts });
        if (ref !== null) source.run(`of ${lineId}`, lineId, clientId, kind, ref);
        for (const entryId of entryIds) {
          entry.run(`on ${entryId}`, lineId, clientId, entryId);
          billed.run(entryId);
        }
      }
      const net = all.length * 4500;
      page.run(`page ${counter}`, id, document, sha256);
      tax.run(id, net);
      whole.run({ counter, id, net, page: `page ${counter}`, snapshot });
      // The newest are not paid yet, and one in fifty never was.
      if (counter < bills.length - 60 && counter % 50 > 0)
        payment.run({ id: `payment ${counter}`, clientId, invoiceId: id, month, net });
    }
  })();
}
