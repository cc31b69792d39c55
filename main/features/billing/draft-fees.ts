import type { LineDetail } from '#shared/domain/invoice-snapshot.ts';
import { feeOf } from '#shared/domain/retainer-cycles.ts';
import type { Sql } from '../../store/open.ts';
import type { InvoiceRecord, LineRecord } from './invoice-rows.ts';
import type { LineTexts } from './line-texts.ts';
import type { BookedCycle } from './retainers.ts';

/** What the line of a fee says of its cycle; `amount` is what was agreed, whatever somebody typed. */
export function feeDetail(cycle: BookedCycle): LineDetail {
  const { start, end, seconds } = cycle;
  return { cycleStart: start, cycleEnd: end, includedSeconds: seconds, amount: feeOf(cycle) };
}

/** A fee falls due when its cycle begins, or when it has ended. */
export function isDue({ version, end }: BookedCycle, today: string): boolean {
  return version.terms.fee === 'advance' || end < today;
}

/**
 * Lets the fee on a line of a draft follow what is agreed: its amount, its days and its words, as far as nobody typed
 * others. A fee that is not due any more, since its agreement ended before or is paid otherwise, goes.
 */
export function createFeeFollowing(sql: Sql, texts: LineTexts, today: () => string) {
  const remove = sql.prepare('DELETE FROM invoice_lines WHERE id = ?');
  const set = sql.prepare(
    `UPDATE invoice_lines SET detail = @detail, unit_minor = @unit, text = CASE typed WHEN 1 THEN text ELSE @text END
     WHERE id = @id`,
  );

  /** `start` is the first day of its cycle when it was put there. Answers whether anything changed. */
  return (
    record: InvoiceRecord,
    line: LineRecord,
    start: string,
    cycle: BookedCycle | undefined,
  ): boolean => {
    const now = today();
    // Where the day is not that far, as for somebody who has flown west, nobody knows of the cycle yet.
    if (!cycle && start > now) return false;
    if (!cycle || cycle.version.currency !== record.currency || !isDue(cycle, now)) {
      remove.run(line.id);
      return true;
    }
    const detail = JSON.stringify(feeDetail(cycle));
    if (detail === line.detail) return false;
    const { amount } = JSON.parse(line.detail ?? '{}') as { amount?: number };
    const unit = line.unit === amount ? feeOf(cycle) : line.unit;
    set.run({ id: line.id, detail, unit, text: texts.fee(record, cycle) });
    return true;
  };
}
