import { useTranslation } from 'react-i18next';
import { zoneCity } from '#shared/domain/clock-format.ts';
import type { CalendarView } from '#shared/ipc/calendar.ts';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { tableStyles } from '../../ui/table.ts';
import classes from './Accounts.module.css';
import { ClientSelect } from './ClientSelect.tsx';

/** Every calendar of every account and the client it belongs to. */
export function CalendarsPanel({ accounts }: { readonly accounts: number }) {
  const { t } = useTranslation('settings');
  const { data: calendars } = useRead('calendar.calendars');
  return (
    <Panel title={t('accounts.calendars')} meta={calendars?.length} flush>
      <p className={classes.hint}>{t('accounts.calendarsText')}</p>
      {!calendars && <LoadingBoxes heights={[36, 36, 36]} label={t('common:loading')} />}
      {calendars?.length === 0 && <p className={classes.hint}>{t('accounts.noCalendars')}</p>}
      {calendars && calendars.length > 0 && (
        <table className={tableStyles.table} data-density="editable">
          <thead>
            <tr>
              <th scope="col">{t('accounts.calendar')}</th>
              <th scope="col">{t('accounts.access')}</th>
              <th scope="col" className={classes.wide}>
                {t('accounts.client')}
              </th>
            </tr>
          </thead>
          <tbody>
            {calendars.map((calendar) => (
              <CalendarRow key={calendar.id} calendar={calendar} showAccount={accounts > 1} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function CalendarRow({
  calendar,
  showAccount,
}: {
  readonly calendar: CalendarView;
  readonly showAccount: boolean;
}) {
  const { t } = useTranslation('settings');
  const { refused } = useSay();
  const assign = useWrite('calendar.assign');
  const lost = calendar.state === 'lost';
  return (
    <tr>
      <td>
        <span className={classes.name}>{calendar.name}</span>
        <span className={classes.small}>
          {[zoneCity(calendar.zone), showAccount && calendar.accountEmail].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td className={lost ? classes.lost : undefined}>
        {lost ? t('accounts.lost') : t(`accounts.role.${calendar.role}`)}
      </td>
      <td>
        <ClientSelect
          label={t('accounts.clientOf', { name: calendar.name })}
          value={calendar.clientId}
          onChange={(clientId) => assign.mutate({ calendarId: calendar.id, clientId }, { onError: refused })}
        />
      </td>
    </tr>
  );
}
