import { IconPencil, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InvoiceRow } from '#shared/ipc/billing.ts';
import { StateWord } from '../../ui/Chip.tsx';

const icon = { size: 14, stroke: 1.5, 'aria-hidden': true } as const;

/** Where an invoice stands, in an icon and words. Whether it is paid is not known yet, so nothing is called late. */
export function InvoiceState({ invoice }: { readonly invoice: Pick<InvoiceRow, 'state' | 'dueIn'> }) {
  const { t } = useTranslation('billing');
  if (invoice.state === 'draft') {
    return (
      <StateWord tone="neutral" icon={<IconPencil {...icon} />}>
        {t('state.draft')}
      </StateWord>
    );
  }
  const { dueIn } = invoice;
  const key = dueIn === 0 ? 'state.dueToday' : dueIn > 0 ? 'state.dueIn' : 'state.wasDue';
  return (
    <StateWord tone="neutral" icon={<IconSend {...icon} />}>
      {t(key, { count: Math.abs(dueIn) })}
    </StateWord>
  );
}
