import type { SourceKind } from '#shared/domain/invoice.ts';
import { groupWork } from '#shared/domain/invoice-grouping.ts';
import type { LineDetail } from '#shared/domain/invoice-snapshot.ts';
import type { IdSource } from '../../ports/id-source.ts';
import { feeDetail } from './draft-fees.ts';
import type { DaySource, FreeSources, TimeSource } from './free-sources.ts';
import type { InvoiceRecord, InvoiceRows, NewLine } from './invoice-rows.ts';
import type { LineTexts } from './line-texts.ts';
import { type LinkedPiece, timeOf } from './priced-pieces.ts';
import type { BookedCycle } from './retainers.ts';

type Facts = Pick<NewLine, 'kind' | 'text' | 'quantity' | 'unit'> & {
  readonly detail?: LineDetail;
  readonly sources?: readonly { readonly kind: SourceKind; readonly ref: string }[];
  readonly entryIds?: readonly string[];
};

const one = 1000;

/** Puts work on the lines of a draft, inside the caller's transaction. */
export function createDraftWork(rows: InvoiceRows, texts: LineTexts, ids: IdSource) {
  function add(record: InvoiceRecord, lines: readonly Facts[]): void {
    const { id: invoiceId, clientId, taxCategory, taxRate } = record;
    const first = (rows.lines(invoiceId).at(-1)?.position ?? -1) + 1;
    for (const [index, { sources = [], entryIds = [], detail, ...line }] of lines.entries()) {
      const id = ids.next();
      const place = { id, invoiceId, clientId, position: first + index, taxCategory, taxRate };
      rows.insertLine({ ...place, ...line, detail: detail ? JSON.stringify(detail) : null });
      for (const source of sources) rows.insertSource(ids.next(), id, clientId, source);
      for (const entryId of entryIds) rows.insertEntry(ids.next(), id, clientId, entryId);
    }
  }

  const timeLines = (record: InvoiceRecord, items: readonly TimeSource[]): Facts[] =>
    groupWork(items, record.grouping).map((group) => ({
      kind: 'time',
      text: texts.work(record, group),
      quantity: null,
      unit: group.rate,
      entryIds: group.entryIds,
    }));

  /** What goes beyond a day, where that is charged. */
  function overLine(record: InvoiceRecord, day: DaySource): Facts | null {
    const { worth, terms, ref } = day;
    const source = { kind: 'day', ref: `over:${ref}` } as const;
    // A credit note can give the day back without what went beyond it, which then stays billed.
    if (worth.overSeconds === 0 || !terms.over || rows.isTaken(source)) return null;
    return {
      kind: 'hours',
      text: texts.over(record, day),
      quantity: null,
      unit: terms.over.rate,
      detail: overDetail(day),
      sources: [source],
    };
  }

  function dayLines(record: InvoiceRecord, day: DaySource): Facts[] {
    const sources = [{ kind: 'day', ref: day.ref }] as const;
    const { worth, rate: unit, entryIds } = day;
    const text = texts.day(record, day);
    const detail = dayDetail(day);
    const whole: Facts = { kind: 'day', text, quantity: worth.days, unit, detail, sources, entryIds };
    const over = overLine(record, day);
    return over ? [whole, over] : [whole];
  }

  return {
    /** The line for what goes beyond a day that is on the draft already; answers whether there is one more. */
    addOver(record: InvoiceRecord, day: DaySource): boolean {
      const line = overLine(record, day);
      if (line) add(record, [line]);
      return line !== null;
    },
    /** Work by the hour, gathered as the draft asks. */
    addTime: (record: InvoiceRecord, items: readonly TimeSource[]) => add(record, timeLines(record, items)),
    /**
     * Work by the hour on the lines that it would be on had it been there when they were made, or on new ones; never on
     * a line that was given a tax of its own.
     * @param onLines what is on the draft already.
     */
    joinTime(record: InvoiceRecord, items: readonly TimeSource[], onLines: readonly LinkedPiece[]): void {
      const lines = rows.lines(record.id).filter(({ kind, ownTax }) => kind === 'time' && ownTax === 0);
      const timed = new Set(lines.map(({ id }) => id));
      const there = onLines.filter(({ row }) => timed.has(row.lineId));
      const lineOf = new Map(there.map(({ row }) => [row.entryId, row.lineId]));
      const alone = new Set<string>();
      for (const { entryIds } of groupWork([...timeOf(there), ...items], record.grouping)) {
        const lineId = entryIds.map((id) => lineOf.get(id)).find((id) => id !== undefined);
        for (const entryId of entryIds) {
          if (lineId === undefined) alone.add(entryId);
          else if (!lineOf.has(entryId)) rows.insertEntry(ids.next(), lineId, record.clientId, entryId);
        }
      }
      add(
        record,
        timeLines(
          record,
          items.filter(({ entryId }) => alone.has(entryId)),
        ),
      );
    },
    addDays: (record: InvoiceRecord, days: readonly DaySource[]) =>
      add(
        record,
        days.flatMap((day) => dayLines(record, day)),
      ),
    /** Everything that is free. */
    addAll(record: InvoiceRecord, free: FreeSources): void {
      add(record, [
        ...timeLines(record, free.time),
        ...free.days.flatMap((day) => dayLines(record, day)),
        ...free.tasks.map(({ title, price, ref, entryIds }): Facts => {
          const sources = [{ kind: 'task', ref }] as const;
          return { kind: 'task', text: title.slice(0, 500), quantity: one, unit: price, sources, entryIds };
        }),
        ...free.fees.map(({ cycle, amount, ref }): Facts => {
          const sources = [{ kind: 'fee', ref }] as const;
          return {
            kind: 'fee',
            text: texts.fee(record, cycle),
            quantity: one,
            unit: amount,
            detail: feeDetail(cycle),
            sources,
          };
        }),
        ...free.hours.map(({ cycle, rate, ref, entryIds }): Facts => {
          const sources = [{ kind: 'hours', ref }] as const;
          const line = {
            text: texts.hours(record, cycle),
            quantity: null,
            unit: rate,
            detail: hoursDetail(cycle),
          };
          return { kind: 'hours', ...line, sources, entryIds };
        }),
      ]);
    },
  };
}

export type DraftWork = ReturnType<typeof createDraftWork>;

/** What was agreed for a day when its line was written, whatever somebody typed. */
export function dayDetail({ rate }: DaySource): LineDetail {
  return { rate };
}

/** The same of what goes beyond it. */
export function overDetail({ worth, terms }: DaySource): LineDetail {
  return { overSeconds: worth.overSeconds, rate: terms.over?.rate ?? 0 };
}

/** What a line says of its cycle, and what it will be known by once it is settled; seconds. */
export function hoursDetail(cycle: BookedCycle): LineDetail {
  const { start, end, version, ledger, rounding, carriedIn, carriedOut } = cycle;
  return {
    cycleStart: start,
    cycleEnd: end,
    includedSeconds: ledger.included,
    carriedInSeconds: ledger.carriedIn.reduce((sum, { seconds }) => sum + seconds, 0),
    usedSeconds: ledger.used,
    overSeconds: ledger.over,
    overageRate: version.terms.overageRate,
    carriedIn,
    carriedOut,
    rounding: rounding.rounding,
    roundingMinutes: rounding.minutes,
    roundingPer: rounding.per,
  };
}
