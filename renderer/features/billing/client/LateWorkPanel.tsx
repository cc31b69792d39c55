import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LateWork } from '#shared/ipc/billing-write-offs.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { TableHead } from '../../../ui/TableHead.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import tables from '../Tables.module.css';
import { BillLateDialog } from './BillLateDialog.tsx';

/** Work that nothing will bill by itself, to be billed on a line of its own or written off; nothing where there is none. */
export function LateWorkPanel({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const { data: all } = useRead('billing.lateWork', { clientId });
  const writeOff = useWrite('billing.writeOffWork');
  const [billing, setBilling] = useState<LateWork | null>(null);
  if (!all || all.length === 0) return null;
  const giveUp = ({ entryIds }: LateWork) =>
    writeOff.mutate(
      { clientId, entryIds: [...entryIds], taskIds: [], fees: [], reason: t('late.title') },
      { onError: sayError },
    );
  return (
    <Panel title={t('late.title')} flush>
      <p className={tableStyles.note}>{t('late.lead')}</p>
      <div className={tableStyles.scroll}>
        <table className={tableStyles.table}>
          <TableHead
            columns={[
              { label: t('table.period') },
              { label: t('table.description') },
              { label: t('table.time'), kind: 'number' },
              { label: t('table.action'), kind: 'hidden' },
            ]}
          />
          <tbody>
            {all.map((late) => (
              <tr key={late.entryIds[0]}>
                <td className={tables.date}>{format.dates(late.from, late.to)}</td>
                <td>{[t(`late.why.${late.why}`), late.title].filter(Boolean).join(' · ')}</td>
                <td className={tableStyles.number}>{format.hours(late.seconds)}</td>
                <td className={tables.side}>
                  <Button size="sm" variant="quiet" onClick={() => setBilling(late)}>
                    {t('late.bill')}
                  </Button>
                  <Button size="sm" variant="quiet" onClick={() => giveUp(late)}>
                    {t('late.writeOff')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {billing && <BillLateDialog clientId={clientId} late={billing} onClose={() => setBilling(null)} />}
    </Panel>
  );
}
