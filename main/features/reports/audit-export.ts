import { auditDecisions, decisionSums } from '#shared/domain/audit.ts';
import { formatDates, zoneCity } from '#shared/domain/clock-format.ts';
import { safeCell } from '#shared/domain/csv-cell.ts';
import { type DocumentRow, documentHtml } from '#shared/domain/document-html.ts';
import { formatDuration, formatRunning, MINUTE } from '#shared/domain/duration.ts';
import { minutesInSequence, unitsInSequence } from '#shared/domain/minutes.ts';
import { type ReportNames, reportCell, reportLabel } from '#shared/domain/report-label.ts';
import { percent } from '#shared/domain/report-lines.ts';
import { shareText, wholeShares } from '#shared/domain/shares.ts';
import type { AuditRow, AuditView } from '#shared/ipc/audit.ts';
import { csvBytes, hundredths } from './csv.ts';

const second = 1_000;
const hundredthOfAnHour = 36_000;

/** An audit's rows with what was decided; times are cut so that the columns add up to the total. */
export function auditCsv({ asked, rows }: AuditView, names: ReportNames): Uint8Array {
  const { text } = names;
  const totals = rows.map((row) => row.total);
  const seconds = unitsInSequence(totals, second);
  const hours = unitsInSequence(totals, hundredthOfAnHour);
  const heading = [
    'by.client',
    `by.${asked.subject}`,
    'csv.duration',
    'csv.hours',
    'audit.decision',
    'audit.note',
  ];
  const lines = rows.map((row, index) => [
    safeCell(reportCell('client', row.clientId, names)),
    safeCell(reportCell(asked.subject, row.key, names)),
    formatRunning((seconds[index] ?? 0) * second),
    hundredths(hours[index] ?? 0),
    decisionText(row, names),
    safeCell(row.note),
  ]);
  return csvBytes([heading.map((key) => text(`reports:${key}`)), ...lines]);
}

/** The same as a page to print, with what each answer comes to. */
export function auditPage(view: AuditView, clientName: string | null, names: ReportNames): string {
  const { text } = names;
  const { asked, rows, total, withCategory, withKind } = view;
  const minutes = minutesInSequence(rows.map((row) => row.total));
  const sums = decisionSums(rows);
  const answers = [...auditDecisions, 'open'] as const;
  const shares = wholeShares(answers.map((decision) => sums[decision]));
  return documentHtml({
    language: names.locale,
    title: text('reports:audit.title'),
    facts: [
      [text('reports:by.client'), clientName ?? text('reports:allClients')],
      [text('reports:document.period'), formatDates(asked.fromDate, asked.toDate, names.locale)],
      [text('reports:document.days'), zoneCity(view.zone)],
      [text('reports:audit.sorted'), `${percent(withCategory, total)} / ${percent(withKind, total)}`],
    ],
    tables: [
      {
        head: ['by.client', `by.${asked.subject}`, 'tracked', 'audit.decision', 'audit.note'].map((key) =>
          text(`reports:${key}`),
        ),
        left: [1, 3, 4],
        rows: [
          ...rows.map((row, index) => ({
            cells: [
              reportLabel('client', row.clientId, names),
              reportLabel(asked.subject, row.key, names),
              formatDuration((minutes[index] ?? 0) * MINUTE),
              decisionText(row, names),
              row.note,
            ],
          })),
          { cells: [text('reports:total'), '', formatDuration(total), '', ''], level: 'sum' as const },
        ],
      },
      {
        head: [text('reports:audit.decision'), text('reports:tracked'), text('reports:share')],
        rows: answers.map(
          (decision, index): DocumentRow => ({
            cells: [
              text(`reports:audit.decisions.${decision}`),
              formatDuration(sums[decision]),
              shareText(shares[index] ?? 0, sums[decision]),
            ],
          }),
        ),
      },
    ],
    notes:
      view.toReview > 0 ? [text('reports:document.toReview', { time: formatDuration(view.toReview) })] : [],
  });
}

function decisionText({ decision }: AuditRow, { text }: ReportNames): string {
  return decision ? text(`reports:audit.decisions.${decision}`) : '';
}
