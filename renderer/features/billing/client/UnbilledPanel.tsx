import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnbilledRow } from '#shared/ipc/billing.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateWord } from '../../../ui/Chip.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useFormat } from '../format.ts';
import { invoiceHref } from '../InvoicesTable.tsx';
import { useUnbilledWords } from '../overview/unbilled-words.ts';
import tables from '../Tables.module.css';
import classes from './ClientMoney.module.css';
import { WriteOffWorkDialog } from './WriteOffWorkDialog.tsx';

/** What of a client's work is on no issued invoice yet. */
export function UnbilledPanel({ unbilled }: { readonly unbilled: UnbilledRow }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { quantity } = useUnbilledWords();
  const [writing, setWriting] = useState(false);
  const { amounts, expenses, rawSeconds, from, to, unpricedSeconds } = unbilled;
  const work = quantity(unbilled);
  const noWork = rawSeconds === 0 && amounts.length === 0;
  const nothing = noWork && expenses.length === 0;
  // What is late has a panel of its own.
  const waitingSeconds = unbilled.waitingSeconds - unbilled.lateSeconds;
  return (
    <Panel
      title={t('unbilled')}
      meta={
        unbilled.draftId !== null && (
          <a
            className={tables.reference}
            href={invoiceHref({ clientId: unbilled.clientId, id: unbilled.draftId })}
          >
            {unbilled.beside.length > 0
              ? t('inDraftExcept', { amounts: format.moneys(unbilled.beside).join(' + ') })
              : t('inDraft')}
          </a>
        )
      }
      actions={
        (rawSeconds > 0 || waitingSeconds > 0 || amounts.length > 0) && (
          <Button size="sm" variant="quiet" onClick={() => setWriting(true)}>
            {t('writtenOff.open')}
          </Button>
        )
      }
    >
      {nothing ? (
        <p className={classes.hint}>
          {t(
            waitingSeconds > 0
              ? 'empty.clientWaiting'
              : unbilled.lateSeconds > 0
                ? 'late.nothingElse'
                : 'empty.clientUnbilled',
          )}
        </p>
      ) : (
        <dl className={`${classes.facts} tabular`}>
          {!noWork && (
            <>
              <div>
                <dt>{t('table.amount')}</dt>
                <dd>{format.moneys(amounts).join(' + ') || '–'}</dd>
              </div>
              <div>
                <dt>{t('table.work')}</dt>
                <dd>{work}</dd>
                {rawSeconds > 0 && work !== format.hours(rawSeconds) && (
                  <dd className={classes.raw}>{t('trackedTime', { time: format.hours(rawSeconds) })}</dd>
                )}
              </div>
            </>
          )}
          {expenses.length > 0 && (
            <div>
              <dt>{t('sums.expenses')}</dt>
              <dd>{format.moneys(expenses).join(' + ')}</dd>
            </div>
          )}
          {from && to && (
            <div>
              <dt>{t('table.period')}</dt>
              <dd className={classes.plain}>{format.dates(from, to)}</dd>
            </div>
          )}
        </dl>
      )}
      {waitingSeconds > 0 && (
        <p className={classes.waiting}>
          {t(nothing ? 'waitingOnly' : 'waiting', { time: format.hours(waitingSeconds) })}
        </p>
      )}
      {unpricedSeconds > 0 && (
        <p className={classes.warning}>
          <StateWord tone="warning" icon={<IconAlertTriangle size={14} stroke={1.5} aria-hidden />}>
            {t(unbilled.agreements.length > 0 ? 'unpriced' : 'unpricedNone', {
              time: format.hours(unpricedSeconds),
            })}
          </StateWord>
        </p>
      )}
      {writing && <WriteOffWorkDialog clientId={unbilled.clientId} onClose={() => setWriting(false)} />}
    </Panel>
  );
}
