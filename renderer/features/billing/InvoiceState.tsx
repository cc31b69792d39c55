import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleX,
  IconPencil,
  IconReceiptRefund,
  IconSend,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InvoiceStatus } from '#shared/domain/invoice-standing.ts';
import type { InvoiceRow } from '#shared/ipc/billing.ts';
import { StateWord, type Tone } from '../../ui/Chip.tsx';
import { useFormat } from './format.ts';
import { standingWords } from './standing-words.ts';

const icon = { size: 14, stroke: 1.5, 'aria-hidden': true } as const;

const looks: Readonly<Record<InvoiceStatus, readonly [tone: Tone, icon: React.ReactNode]>> = {
  draft: ['neutral', <IconPencil key="draft" {...icon} />],
  issued: ['neutral', <IconSend key="issued" {...icon} />],
  part_paid: ['neutral', <IconSend key="part_paid" {...icon} />],
  paid: ['success', <IconCircleCheck key="paid" {...icon} />],
  overdue: ['danger', <IconAlertCircle key="overdue" {...icon} />],
  credited: ['neutral', <IconReceiptRefund key="credited" {...icon} />],
  written_off: ['neutral', <IconCircleX key="written_off" {...icon} />],
};

export type Stands = Pick<InvoiceRow, 'kind' | 'standing' | 'settledOn' | 'gross' | 'currency'>;

/** Where an invoice stands, in an icon and words. */
export function InvoiceState({ invoice, year }: { readonly invoice: Stands; readonly year: string }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const isCredit = invoice.kind === 'credit_note' && invoice.standing.status === 'issued';
  const [tone, sign] = looks[isCredit ? 'credited' : invoice.standing.status];
  return (
    <StateWord tone={tone} icon={sign}>
      {standingWords(invoice, year, t, format)}
    </StateWord>
  );
}
