import { formatDates, zoneCity } from '#shared/domain/clock-format.ts';
import { documentHtml } from '#shared/domain/document-html.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { type ReportNames, reportLabel } from '#shared/domain/report-label.ts';
import { shownRows } from '#shared/domain/report-lines.ts';
import { shareText, wholeShares } from '#shared/domain/shares.ts';
import type { ReportQuery, ReportView } from '#shared/ipc/reports.ts';

/** A report as a page to print: what was asked, the table with rows that add up, what still needs review. */
export function reportPage(
  query: ReportQuery,
  view: ReportView,
  clientName: string | null,
  names: ReportNames,
): string {
  const { text } = names;
  const { by, within } = query;
  const shares = wholeShares(view.rows.map((row) => row.total));
  const rows = shownRows(view.rows).flatMap(({ key, minutes, parts }, index) => {
    const share = shareText(shares[index] ?? 0, view.rows[index]?.total ?? 0);
    return [
      { cells: [reportLabel(by, key, names), formatDuration(minutes * MINUTE), share] },
      ...parts.map((part) => ({
        cells: [
          within ? reportLabel(within, part.key, names) : '',
          formatDuration(part.minutes * MINUTE),
          '',
        ],
        level: 'part' as const,
      })),
    ];
  });
  const heading = within
    ? `${text(`reports:by.${by}`)}, ${text(`reports:by.${within}`)}`
    : text(`reports:by.${by}`);
  return documentHtml({
    language: names.locale,
    title: text('reports:document.title'),
    facts: [
      [text('reports:by.client'), clientName ?? text('reports:allClients')],
      [text('reports:document.period'), formatDates(query.fromDate, query.toDate, names.locale)],
      [text('reports:document.days'), zoneCity(view.zone)],
      ...narrowed(query, names),
    ],
    tables: [
      {
        head: [heading, text('reports:tracked'), text('reports:share')],
        rows: [
          ...rows,
          { cells: [text('reports:total'), formatDuration(view.total), ''], level: 'sum' as const },
        ],
      },
    ],
    notes:
      view.toReview > 0 ? [text('reports:document.toReview', { time: formatDuration(view.toReview) })] : [],
  });
}

function narrowed({ category, workKindId, billable }: ReportQuery, names: ReportNames): [string, string][] {
  const { text } = names;
  const facts: [string, string][] = [];
  if (category)
    facts.push([
      text('reports:by.category'),
      reportLabel('category', category === 'none' ? null : category, names),
    ]);
  if (workKindId)
    facts.push([
      text('reports:by.kind'),
      reportLabel('kind', workKindId === 'none' ? null : workKindId, names),
    ]);
  if (billable !== null)
    facts.push([text('reports:billing'), text(billable ? 'reports:billable' : 'reports:notBillable')]);
  return facts;
}
