import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import type { WeekView } from '#shared/ipc/billing-rates.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import frame from '../../../ui/Tiles.module.css';
import { tableStyles } from '../../../ui/table.ts';
import { useFormat } from '../format.ts';
import classes from './Rates.module.css';

/** What of this week is worked, what is booked, and what is left to sell. */
export function WeekPanel({ week }: { readonly week: WeekView }) {
  const { t } = useTranslation('rates');
  const format = useFormat();
  const over = week.left < 0;
  const facts: readonly [label: string, seconds: number, words?: string][] = [
    [t('week.working'), week.hours, t('week.workingDays', { count: week.dayCount })],
    [t('week.tracked'), week.tracked],
    [t('week.open'), week.open, t('week.openDays', { count: week.daysLeft })],
    [t('week.booked'), week.booked],
  ];
  return (
    <Panel title={t('week.title')} meta={format.dates(week.from, week.to)} flush>
      <div className={classes.tiles}>
        <dl className={frame.tiles}>
          {facts.map(([label, seconds, words]) => (
            <div key={label} className={frame.tile}>
              <dt>{label}</dt>
              <dd>
                <span>{time(seconds)}</span>
                {words}
              </dd>
            </div>
          ))}
          <div className={frame.tile} data-warning={over || undefined}>
            <dt>{t(over ? 'week.over' : 'week.left')}</dt>
            <dd>
              {over && <IconAlertTriangle size={16} stroke={1.5} aria-hidden />}
              <span>{time(Math.abs(week.left))}</span>
            </dd>
          </div>
        </dl>
      </div>
      {week.clients.length === 0 ? (
        <p className={classes.none}>{t('week.none')}</p>
      ) : (
        <div className={tableStyles.scroll}>
          <table className={`${tableStyles.table} tabular`}>
            <thead>
              <tr>
                <th scope="col">{t('week.client')}</th>
                {(['tracked', 'agreed', 'tasks', 'booked'] as const).map((column) => (
                  <th key={column} scope="col" className={tableStyles.number}>
                    {t(`week.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {week.clients.map((client) => (
                <tr key={client.clientId}>
                  <td className={classes.client}>
                    <ClientName name={client.clientName} colour={client.color} />
                  </td>
                  <td className={tableStyles.number}>{hours(client.tracked)}</td>
                  <td className={tableStyles.number}>{hours(client.agreed)}</td>
                  <td className={tableStyles.number}>{hours(client.tasks)}</td>
                  <td className={`${tableStyles.number} ${tableStyles.strong}`}>{hours(client.booked)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className={classes.rules}>{t('week.rules')}</p>
    </Panel>
  );
}

/** What is planned goes by minutes. */
const time = (seconds: number) => formatDuration(seconds * 1000);
const hours = (seconds: number) => (seconds > 0 ? time(seconds) : '–');
