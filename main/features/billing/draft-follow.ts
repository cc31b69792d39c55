import type { Store } from '../../store/store.ts';
import { createFeeFollowing } from './draft-fees.ts';
import { createStrays } from './draft-strays.ts';
import { createDraftWork, dayDetail, hoursDetail, overDetail } from './draft-work.ts';
import type { InvoiceRecord, InvoiceRows, LineRecord } from './invoice-rows.ts';
import type { LineTexts } from './line-texts.ts';
import { daysOf, type LinkedPiece, timeOf } from './priced-pieces.ts';
import { noneSettled, type Retainers } from './retainers.ts';
import type { Sources } from './sources.ts';
import { namedGroup, type TimeLine, timeLines } from './time-lines.ts';
import type { Tools } from './tools.ts';

/** Words that were typed stay. */
const words = 'CASE typed WHEN 1 THEN text ELSE ? END';

/**
 * Lets drafts follow the work that is on them: what no longer belongs to its line leaves it, and days and the hours of
 * cycles are counted anew, as lines by the hour are by themselves. Fees follow their agreement.
 * A day or a cycle that no work is left on goes, and so does a task that is open again; words that somebody typed stay. Answers whether anything changed.
 */
export function createFollowing(
  store: Store,
  rows: InvoiceRows,
  sources: Sources,
  retainers: Retainers,
  texts: LineTexts,
  { ids, today }: Pick<Tools, 'ids' | 'today'>,
): (clientId: string | null) => boolean {
  const { sql } = store;
  const work = createDraftWork(rows, texts, ids);
  const settle = createStrays(sql, rows, work, ids);
  const drafts = sql.prepare<[string | null, string | null], { id: string; clientId: string }>(
    `SELECT id, client_id AS clientId FROM invoices WHERE state = 'draft' AND kind = 'invoice'
       AND (? IS NULL OR client_id = ?) ORDER BY created_at, id`,
  );
  const setQuantity = sql.prepare(`UPDATE invoice_lines SET quantity = ?, text = ${words} WHERE id = ?`);
  const unlink = sql.prepare('DELETE FROM invoice_line_entries WHERE id = ?');
  const setText = sql.prepare('UPDATE invoice_lines SET text = ? WHERE id = ? AND typed = 0 AND text <> ?');
  const setDetail = sql.prepare(`UPDATE invoice_lines SET detail = ?, text = ${words} WHERE id = ?`);
  const setRate = sql.prepare('UPDATE invoice_lines SET unit_minor = ? WHERE id = ? AND unit_minor = ?');
  const remove = sql.prepare('DELETE FROM invoice_lines WHERE id = ?');
  // Work that is given away, deleted or the other client's has left its line by itself.
  const dropEmpty = sql.prepare(
    `DELETE FROM invoice_lines WHERE invoice_id = ? AND kind = 'time'
       AND NOT EXISTS (SELECT 1 FROM invoice_line_entries e WHERE e.line_id = invoice_lines.id)`,
  );
  const dropOpenTasks = sql.prepare(
    `DELETE FROM invoice_lines WHERE invoice_id = ? AND kind = 'task' AND NOT EXISTS (
       SELECT 1 FROM invoice_line_sources s JOIN tasks t ON t.id = s.ref AND t.completed_at IS NOT NULL
       WHERE s.line_id = invoice_lines.id AND s.kind = 'task')`,
  );
  const followFee = createFeeFollowing(sql, texts, today);

  /** Work that is of another task, day or kind now leaves its line for one of these. Answers whether any did. */
  function regather(
    record: InvoiceRecord,
    pieces: readonly LinkedPiece[],
    lines: readonly TimeLine[],
  ): boolean {
    const moved = lines.flatMap(({ line, groups, own }) => {
      // What was given a tax of its own stays the line that it is.
      if (groups.length < 2 || line.ownTax === 1) return [];
      const stays = groups.find((group) => texts.work(record, group) === line.text) ?? groups[0];
      const ids = new Set(stays?.entryIds);
      return own.filter(({ row }) => !ids.has(row.entryId));
    });
    if (moved.length === 0) return false;
    for (const { row } of moved) unlink.run(row.linkId);
    const kept = pieces.filter((piece) => !moved.includes(piece));
    work.joinTime(record, timeOf(moved), kept);
    return true;
  }

  /** Lines go on saying what their work is: words that somebody typed stay. */
  function reword(record: InvoiceRecord, lines: readonly TimeLine[]): boolean {
    return lines.reduce((changed, one) => {
      const group = namedGroup(one);
      const text = group && texts.work(record, group);
      return (text !== undefined && setText.run(text, one.line.id, text).changes > 0) || changed;
    }, false);
  }

  function follow(invoiceId: string, clientId: string): boolean {
    const record = rows.invoice(invoiceId);
    if (!record) return false;
    const before = sources.onLines(invoiceId, clientId);
    let changed = settle(record, before);
    if (dropEmpty.run(invoiceId).changes > 0) changed = true;
    if (dropOpenTasks.run(invoiceId).changes > 0) changed = true;
    const settled = changed ? sources.onLines(invoiceId, clientId) : before;
    const timed = timeLines(rows, record, settled);
    const regathered = regather(record, settled, timed);
    const pieces = regathered ? sources.onLines(invoiceId, clientId) : settled;
    changed = reword(record, regathered ? timeLines(rows, record, pieces) : timed) || regathered || changed;
    const refs = rows.sourcesByLine(invoiceId);
    const lines = rows.lines(invoiceId).filter(({ kind }) => ['day', 'hours', 'fee'].includes(kind));
    if (lines.length === 0) return changed;
    const ofDays = new Set(lines.filter(({ kind }) => kind === 'day').map(({ id }) => id));
    const days = new Map(
      daysOf(pieces.filter(({ row }) => ofDays.has(row.lineId))).map((day) => [day.ref, day]),
    );
    const cycles = new Map(
      retainers
        .of(clientId, noneSettled)
        .flatMap((book) => book.cycles.map((cycle) => [cycle.ref, cycle] as const)),
    );
    const run = (statement: typeof remove, ...values: unknown[]) => {
      statement.run(...values);
      changed = true;
    };
    for (const line of lines) {
      const [source] = refs.get(line.id) ?? [];
      if (source?.kind === 'day' && source.ref.startsWith('over:')) {
        const day = days.get(source.ref.slice('over:'.length));
        const detail = day && JSON.stringify(overDetail(day));
        if (!day || day.worth.overSeconds === 0 || !day.terms.over) run(remove, line.id);
        else if (detail !== line.detail) {
          run(setDetail, detail, texts.over(record, day), line.id);
          run(setRate, day.terms.over.rate, line.id, saidOf(line).rate);
        }
      } else if (source?.kind === 'day') {
        const day = days.get(source.ref);
        const detail = day && JSON.stringify(dayDetail(day));
        if (!day) run(remove, line.id);
        else if (day.worth.days !== line.quantity || detail !== line.detail) {
          run(setQuantity, day.worth.days, texts.day(record, day), line.id);
          run(setDetail, detail, texts.day(record, day), line.id);
          run(setRate, day.rate, line.id, saidOf(line).rate);
        }
      } else if (source?.kind === 'fee') {
        const start = source.ref.slice(-10);
        changed = followFee(record, line, start, cycles.get(source.ref)) || changed;
      } else if (source?.kind === 'hours') {
        const cycle = cycles.get(source.ref);
        const detail = cycle && JSON.stringify(hoursDetail(cycle));
        if (!cycle || cycle.entries.length === 0) run(remove, line.id);
        else if (detail !== line.detail) {
          run(setDetail, detail, texts.hours(record, cycle), line.id);
          run(setRate, cycle.version.terms.overageRate, line.id, saidOf(line).overageRate);
        }
      }
    }
    const beyond = new Set([...refs.values()].flat().map(({ ref }) => ref));
    for (const day of days.values()) {
      if (day.worth.overSeconds === 0 || !day.terms.over || beyond.has(`over:${day.ref}`)) continue;
      changed = work.addOver(record, day) || changed;
    }
    return changed;
  }

  return (only) => {
    const found = drafts.all(only, only);
    if (found.length === 0) return false;
    return store.write((announce) => {
      let changed = false;
      for (const { id, clientId } of found) {
        if (!follow(id, clientId)) continue;
        changed = true;
        announce('billing', clientId);
      }
      return changed;
    });
  };
}

/** What was agreed when the line was written; null where it does not say. */
function saidOf({ detail }: LineRecord): {
  readonly rate: number | null;
  readonly overageRate: number | null;
} {
  return { rate: null, overageRate: null, ...(JSON.parse(detail ?? '{}') as object) };
}
