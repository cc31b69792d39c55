import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/domain/local-time.ts';
import type { WrittenOff } from '#shared/ipc/billing-write-offs.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { TableHead } from '../../../ui/TableHead.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import tables from '../Tables.module.css';
import classes from './Agreements.module.css';

/** What of a client's work is not going to be billed, to be taken back from here; nothing where there is none. */
export function WrittenOffPanel({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const { data: all } = useRead('billing.writtenOff', { clientId });
  const takeBack = useWrite('billing.takeBackWriteOffs');
  if (!all || all.length === 0) return null;
  return (
    <Panel title={t('writtenOff.title')} flush>
      <div className={tableStyles.scroll}>
        <table className={tableStyles.table}>
          <TableHead
            columns={[
              { label: t('table.day') },
              { label: t('table.description') },
              { label: t('table.time'), kind: 'number' },
              { label: t('table.action'), kind: 'hidden' },
            ]}
          />
          <tbody>
            {all.map((one) => (
              <tr key={one.id}>
                <td className={classes.day}>{day(one)}</td>
                <td>{[one.title ?? t('ledger.untitled'), one.reason].filter(Boolean).join(' · ')}</td>
                <td className={tableStyles.number}>{extent(one)}</td>
                <td className={tables.side}>
                  <IconButton
                    size="sm"
                    label={t('writtenOff.takeBack')}
                    icon={<IconArrowBackUp size={16} stroke={1.5} aria-hidden />}
                    onClick={() => takeBack.mutate({ ids: [one.id] }, { onError: sayError })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );

  function extent({ seconds, amount, currency }: WrittenOff): string {
    if (amount !== null && currency !== null) return format.money(amount, currency);
    return seconds === null ? '–' : format.hours(seconds);
  }

  function day({ startedAt, zone, fee, spentOn }: WrittenOff): string {
    if (spentOn !== null) return format.date(spentOn);
    if (startedAt !== null && zone !== null) return format.date(dateOf(startedAt, zone));
    return fee === null ? '–' : format.date(fee.slice(-10));
  }
}
