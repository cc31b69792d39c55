import { IconAlertTriangle, IconInfoCircle, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '#shared/domain/dates.ts';
import type { CycleView, RetainerView } from '#shared/ipc/billing-retainers.ts';
import { useWrite } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { StateWord } from '../../ui/Chip.tsx';
import { ClientName } from '../../ui/ClientName.tsx';
import { useToast } from '../../ui/feedback/Feedback.tsx';
import { tableStyles } from '../../ui/table.ts';
import { CycleDialog } from './CycleDialog.tsx';
import { useSayError } from './errors.ts';
import { useFormat } from './format.ts';
import classes from './RetainerLedger.module.css';
import { Rounded } from './Rounded.tsx';
import tables from './Tables.module.css';

const icon = { size: 14, stroke: 1.5, 'aria-hidden': true } as const;

/** So many cycles are there at first. */
const newest = 6;

/** A retainer's cycles: what was carried in, included, used and is left; each opens to its work. */
export function RetainerLedger({
  retainer,
  named,
}: {
  readonly retainer: RetainerView;
  readonly named: boolean;
}) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const { show } = useToast();
  const mail = useWrite('app.openExternal');
  const [open, setOpen] = useState<CycleView | null>(null);
  const [all, setAll] = useState(false);
  const { cycles, seconds, carryCap, carryCycles, alert, note } = retainer;
  const running = cycles.find(({ current }) => current);
  const carries = carryCycles > 0 && carryCap !== 0;
  const facts = carries
    ? t(carryCap === null ? 'ledger.factsAll' : 'ledger.facts', {
        hours: format.hours(seconds),
        cap: format.hours(carryCap ?? 0),
      })
    : t('ledger.factsNone', { hours: format.hours(seconds) });
  return (
    <section className={classes.ledger} aria-label={`${retainer.clientName} ${retainer.title}`.trim()}>
      <p className={classes.head}>
        {named && <ClientName name={retainer.clientName} colour={retainer.color} />}
        {retainer.title && <span className={named ? classes.facts : classes.title}>{retainer.title}</span>}
        <span className={classes.facts}>{facts}</span>
      </p>
      <div className={tableStyles.scroll}>
        <table className={`${tableStyles.table} ${classes.cycles} tabular`}>
          <thead>
            <tr>
              <th scope="col">{t('ledger.cycle')}</th>
              {(['included', 'used', 'left'] as const).map((column) => (
                <th key={column} scope="col" className={tableStyles.number}>
                  {t(`ledger.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(all ? cycles : cycles.slice(-newest)).map((cycle) => (
              <tr key={cycle.start} className={cycle.current ? classes.now : undefined}>
                <td>
                  <button type="button" className={classes.open} onClick={() => setOpen(cycle)}>
                    {cycleName(cycle)}
                  </button>
                  {cycle.part && <span className={tableStyles.second}>{t('ledger.part', cycle.part)}</span>}
                </td>
                <td className={tableStyles.number}>
                  {format.hours(cycle.included)}
                  {cycle.carriedIn > 0 && (
                    <span className={tableStyles.second}>
                      {t('ledger.carried', { time: format.hours(cycle.carriedIn) })}
                    </span>
                  )}
                </td>
                <td className={tableStyles.number}>
                  <Rounded seconds={cycle.worked} tracked={cycle.tracked} />
                </td>
                <td className={tableStyles.number}>
                  {cycle.over > 0 ? (
                    <span className={classes.over}>
                      {t('ledger.over', { time: format.hours(cycle.over) })}
                    </span>
                  ) : (
                    format.hours(cycle.left)
                  )}
                  {!cycle.current && cycle.lapsed > 0 && (
                    <span className={tableStyles.second}>
                      {t('ledger.lapsed', { time: format.hours(cycle.lapsed) })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && cycles.length > newest && (
        <p className={tables.more}>
          <Button size="sm" variant="quiet" onClick={() => setAll(true)}>
            {t('ledger.all', { count: cycles.length })}
          </Button>
        </p>
      )}
      {running && (
        <p className={classes.foot}>
          <IconInfoCircle {...icon} />
          {t(ending(running), {
            date: format.date(addDays(running.end, 1)),
            carried: format.hours(running.carriedOut),
            lapsed: format.hours(running.lapsed),
          })}
        </p>
      )}
      {alert !== null && note !== null && (
        <div className={classes.alert}>
          <StateWord tone={alert === 100 ? 'danger' : 'warning'} icon={<IconAlertTriangle {...icon} />}>
            {t('ledger.alert', { percent: running ? usedPercent(running, alert) : alert })}
          </StateWord>
          <Button
            size="sm"
            variant="quiet"
            icon={<IconMail {...icon} />}
            busy={mail.isPending}
            onClick={() =>
              mail.mutate(
                { url: note },
                {
                  onError: sayError,
                  onSuccess: () =>
                    void show({
                      text: t('ledger.noted'),
                      ...(note.startsWith('mailto:?') ? { detail: t('noRecipient') } : { tone: 'success' }),
                    }),
                },
              )
            }
          >
            {t('ledger.note')}
          </Button>
        </div>
      )}
      {open && (
        <CycleDialog
          retainer={retainer}
          cycle={open}
          name={cycleName(open, true)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );

  /** The month where a cycle is one, else its days; short in the narrow column, with the year only where it is another. */
  function cycleName({ start, end }: CycleView, full = false): string {
    const whole = start.endsWith('-01') && addDays(end, 1).endsWith('-01');
    if (full) return whole ? format.date(start, 'month') : format.dates(start, end);
    const thisYear = running?.end.slice(0, 4) === end.slice(0, 4);
    if (whole) return format.date(start, thisYear ? 'monthOnly' : 'shortMonth');
    return `${format.date(start, 'day')}–${format.date(end, thisYear ? 'day' : 'dated')}`;
  }
}

/** Whole percent of the hours there were; of a retainer without hours, that they are used. */
function usedPercent({ worked, carriedIn, included }: CycleView, alert: number): number {
  const available = carriedIn + included;
  return available > 0 ? Math.floor((worked * 100) / available) : alert;
}

function ending({ carriedOut, lapsed }: CycleView) {
  if (carriedOut > 0 && lapsed > 0) return 'ledger.endsBoth';
  if (carriedOut > 0) return 'ledger.endsCarry';
  return lapsed > 0 ? 'ledger.endsLapse' : 'ledger.endsNone';
}
