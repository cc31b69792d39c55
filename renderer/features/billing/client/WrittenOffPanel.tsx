import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/domain/local-time.ts';
import type { WrittenOff } from '#shared/ipc/billing-write-offs.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import { WorkTable } from './WorkTable.tsx';

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
      <WorkTable
        lines={all.map((one) => ({
          key: one.id,
          when: day(one),
          what: [one.title ?? t('ledger.untitled'), one.reason].filter(Boolean).join(' · '),
          extent: extent(one),
          actions: (
            <IconButton
              size="sm"
              label={t('writtenOff.takeBack')}
              icon={<IconArrowBackUp size={16} stroke={1.5} aria-hidden />}
              onClick={() => takeBack.mutate({ ids: [one.id] }, { onError: sayError })}
            />
          ),
        }))}
      />
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
