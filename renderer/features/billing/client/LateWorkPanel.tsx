import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LateWork } from '#shared/ipc/billing-write-offs.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import { BillLateDialog } from './BillLateDialog.tsx';
import { WorkTable } from './WorkTable.tsx';

/** Work that nothing will bill by itself, to be billed on a line of its own or written off; nothing where there is none. */
export function LateWorkPanel({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const say = useSay();
  const { data: all } = useRead('billing.lateWork', { clientId });
  const writeOff = useWrite('billing.writeOffWork');
  const [billing, setBilling] = useState<LateWork | null>(null);
  if (!all || all.length === 0) return null;
  const giveUp = ({ entryIds }: LateWork) =>
    writeOff.mutate(
      { clientId, entryIds: [...entryIds], taskIds: [], fees: [], reason: t('late.title') },
      { onSuccess: () => say.undoable(t('writtenOff.done')), onError: sayError },
    );
  return (
    <Panel title={t('late.title')} flush>
      <p className={tableStyles.note}>{t('late.lead')}</p>
      <WorkTable
        period
        lines={all.map((late) => ({
          key: late.entryIds[0] ?? '',
          when: format.dates(late.from, late.to),
          what: [t(`late.why.${late.why}`), late.title].filter(Boolean).join(' · '),
          extent: format.hours(late.seconds),
          actions: (
            <>
              <Button size="sm" variant="quiet" onClick={() => setBilling(late)}>
                {t('late.bill')}
              </Button>
              <Button size="sm" variant="quiet" onClick={() => giveUp(late)}>
                {t('late.writeOff')}
              </Button>
            </>
          ),
        }))}
      />
      {billing && <BillLateDialog clientId={clientId} late={billing} onClose={() => setBilling(null)} />}
    </Panel>
  );
}
