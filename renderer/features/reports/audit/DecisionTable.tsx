import { useTranslation } from 'react-i18next';
import { auditDecisions, decisionSums } from '#shared/domain/audit.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { minutesInSequence } from '#shared/domain/minutes.ts';
import { type ReportNames, reportLabel } from '#shared/domain/report-label.ts';
import { shareText, wholeShares } from '#shared/domain/shares.ts';
import type { AuditRow, AuditView } from '#shared/ipc/audit.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { useGrowing } from '../../../ui/growing.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { tableStyles } from '../../../ui/table.ts';
import classes from './Audit.module.css';
import { DecisionCells } from './DecisionCells.tsx';

/** Every client's kinds of work, or tasks, and what becomes of each; the rows add up to the tracked time. */
export function DecisionTable({ view, names }: { readonly view: AuditView; readonly names: ReportNames }) {
  const { t } = useTranslation('reports');
  const { asked, rows, total } = view;
  const minutes = minutesInSequence(rows.map((row) => row.total));
  const numbered = rows.map((row, index) => ({ row, minutes: minutes[index] ?? 0 }));
  const groups = new Map<string, typeof numbered>();
  for (const each of numbered)
    groups.set(each.row.clientId, [...(groups.get(each.row.clientId) ?? []), each]);
  const totals = [...groups.values()].map((group) => group.reduce((sum, { row }) => sum + row.total, 0));
  const shares = wholeShares(totals);
  const sums = decisionSums(rows);
  // Tasks of years are thousands of rows with fields; only those near the window are drawn.
  const { most, foot } = useGrowing(12);
  let drawn = 0;
  return (
    <Panel
      title={t('audit.decide')}
      meta={[...auditDecisions, 'open' as const]
        .filter((decision) => sums[decision] > 0)
        .map((decision) => `${t(`audit.decisions.${decision}`)} ${formatDuration(sums[decision])}`)
        .join(' · ')}
      flush
    >
      {view.unsortedCount > 0 && <p className={tableStyles.note}>{t('audit.sortFirst')}</p>}
      <div className={tableStyles.scroll}>
        <table className={`${tableStyles.table} ${tableStyles.editable} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">{t(`by.${asked.subject}`)}</th>
              <th scope="col" className={tableStyles.number}>
                {t('time')}
              </th>
              <th scope="col" className={tableStyles.number}>
                {t('share')}
              </th>
              <th scope="col">{t('audit.decision')}</th>
              <th scope="col">{t('audit.note')}</th>
            </tr>
          </thead>
          {[...groups].map(([clientId, group], place) => {
            const room = most - drawn;
            drawn += group.length;
            if (room <= 0) return null;
            const client = view.clients[clientId];
            const own = shares[place] ?? 0;
            const within = wholeShares(
              group.map(({ row }) => row.total),
              own,
            );
            return (
              <tbody key={clientId}>
                <tr className={classes.clientRow}>
                  <th scope="rowgroup">
                    <ClientName name={client?.clientName ?? ''} colour={client?.clientColor ?? 8} />
                  </th>
                  <td className={`${tableStyles.number} ${tableStyles.strong}`}>
                    {formatDuration(group.reduce((sum, each) => sum + each.minutes, 0) * MINUTE)}
                  </td>
                  <td className={`${tableStyles.number} ${tableStyles.muted}`}>
                    {shareText(own, totals[place] ?? 0)}
                  </td>
                  <td />
                  <td />
                </tr>
                {group.slice(0, room).map((each, index) => (
                  <Row
                    key={each.row.key}
                    row={each.row}
                    minutes={each.minutes}
                    share={within[index] ?? 0}
                    view={view}
                    names={names}
                  />
                ))}
              </tbody>
            );
          })}
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              <td className={tableStyles.number}>{formatDuration(total)}</td>
              <td />
              <td />
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {most < rows.length && <div ref={foot} />}
    </Panel>
  );
}

interface RowProps {
  readonly row: AuditRow;
  readonly minutes: number;
  /** Whole per cent of all that was tracked. */
  readonly share: number;
  readonly view: AuditView;
  readonly names: ReportNames;
}

function Row({ row, minutes, share, view, names }: RowProps) {
  const label = reportLabel(view.asked.subject, row.key, names);
  const client = view.clients[row.clientId]?.clientName ?? '';
  return (
    <tr>
      <th scope="row" className={classes.subject} data-none={row.key === null || undefined}>
        {label}
      </th>
      <td className={tableStyles.number}>{formatDuration(minutes * MINUTE)}</td>
      <td className={`${tableStyles.number} ${tableStyles.muted}`}>{shareText(share, row.total)}</td>
      <DecisionCells asked={view.asked} row={row} what={label} client={client} />
    </tr>
  );
}
