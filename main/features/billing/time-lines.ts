import { groupWork, type WorkGroup } from '#shared/domain/invoice-grouping.ts';
import type { InvoiceRecord, InvoiceRows, LineRecord } from './invoice-rows.ts';
import { gathered, type LinkedPiece, timeOf } from './priced-pieces.ts';

/** A line by the hour of a draft with the work that is on it, gathered as the draft asks. */
export interface TimeLine {
  readonly line: LineRecord;
  readonly own: readonly LinkedPiece[];
  readonly groups: readonly WorkGroup[];
}

/** The lines by the hour of a draft. `pieces` are all that is on it. */
export function timeLines(
  rows: InvoiceRows,
  record: InvoiceRecord,
  pieces: readonly LinkedPiece[],
): TimeLine[] {
  const byLine = gathered(pieces, ({ row }) => row.lineId);
  return rows.lines(record.id).flatMap((line) => {
    const own = byLine.get(line.id) ?? [];
    return line.kind === 'time' ? [{ line, own, groups: groupWork(timeOf(own), record.grouping) }] : [];
  });
}

/** The one group that a line names; none of a line whose tax keeps together what is gathered apart. */
export function namedGroup({ groups: [group, ...more] }: TimeLine): WorkGroup | undefined {
  return more.length === 0 ? group : undefined;
}
