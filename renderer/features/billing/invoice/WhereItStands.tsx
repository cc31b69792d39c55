import { IconPencil, IconReceiptRefund } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { InvoiceState } from '../InvoiceState.tsx';
import { settledOn } from './settled-on.ts';

const icon = { size: 14, stroke: 1.5, 'aria-hidden': true } as const;

/** A draft, a credit note, or where an issued invoice stands by what happened to it since. */
export function WhereItStands({ invoice }: { readonly invoice: InvoiceView }) {
  const { t } = useTranslation('billing');
  const { today } = useHere();
  const { id: invoiceId, state, kind } = invoice;
  const counts = state === 'issued' && kind === 'invoice';
  const { data: account } = useRead('billing.account', { invoiceId }, { enabled: counts });
  if (state === 'draft') return <Chip icon={<IconPencil {...icon} />}>{t('state.draft')}</Chip>;
  if (!counts) return <Chip icon={<IconReceiptRefund {...icon} />}>{t('state.creditNote')}</Chip>;
  if (!account) return null;
  const { standing, currency, gross } = account;
  return (
    <InvoiceState
      invoice={{ kind, standing, settledOn: settledOn(account), gross, currency }}
      year={today.slice(0, 4)}
    />
  );
}
