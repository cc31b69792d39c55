import { stringify } from 'csv-stringify/sync';
import { quotedCells, safeCell } from '#shared/domain/csv-cell.ts';
import { formatRunning } from '#shared/domain/duration.ts';
import type { Grouping, TallyRow } from '#shared/domain/report.ts';
import { type ReportNames, reportCell } from '#shared/domain/report-label.ts';
import { reportLeaves } from '#shared/domain/report-lines.ts';

const second = 1_000;
const hundredthOfAnHour = 36_000;

/**
 * The smallest sums of a report, one a line, so that any program can add them up again: seconds and hundredths of
 * hours are cut so that each column adds up to the total. Dates are ISO; texts cannot run as formulas.
 */
export function reportCsv(
  rows: readonly TallyRow[],
  by: Grouping,
  within: Grouping | null,
  names: ReportNames,
): Uint8Array {
  const seconds = reportLeaves(rows, second);
  const hours = reportLeaves(rows, hundredthOfAnHour);
  const groupings = [by, ...(within ? [within] : [])];
  const heading = [
    ...groupings.flatMap((grouping) => [
      ...(grouping === 'task' ? [names.text('reports:by.client')] : []),
      names.text(`reports:by.${grouping}`),
    ]),
    names.text('reports:csv.duration'),
    names.text('reports:csv.hours'),
  ];
  const lines = seconds.map((leaf, index) => [
    ...[leaf.row, ...(within ? [leaf.part] : [])].flatMap((key, side) => {
      const grouping = groupings[side] as Grouping;
      const owner = grouping === 'task' ? [safeCell(ownerOf(key, names))] : [];
      return [...owner, safeCell(reportCell(grouping, key, names))];
    }),
    formatRunning(leaf.units * second),
    hundredths(hours[index]?.units ?? 0),
  ]);
  return csvBytes([heading, ...lines]);
}

/** Cells that are safe already, as UTF-8 with its mark, without which spreadsheets misread names (RFC 4180). */
export function csvBytes(lines: readonly (readonly string[])[]): Uint8Array {
  return Buffer.from(
    stringify([...lines], { bom: true, record_delimiter: 'windows', quoted_match: quotedCells }),
    'utf8',
  );
}

/** `1.05` of 105. */
export function hundredths(units: number): string {
  return `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`;
}

function ownerOf(task: string | null, { tasks, clients }: ReportNames): string {
  const clientId = task === null ? undefined : tasks[task]?.clientId;
  return clientId ? (clients[clientId]?.clientName ?? '') : '';
}
