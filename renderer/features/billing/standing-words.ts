import type { TFunction } from 'i18next';
import type { useFormat } from './format.ts';
import type { Stands } from './InvoiceState.tsx';

/** Where an invoice stands, in words; `year` (YYYY) is left out of dates. */
export function standingWords(
  { kind, standing, settledOn, gross, currency }: Stands,
  year: string,
  t: TFunction<'billing'>,
  format: ReturnType<typeof useFormat>,
): string {
  const { status, open, dueIn } = standing;
  const count = Math.abs(dueIn);
  const amount = format.money(Math.abs(open), currency);
  const on = settledOn === null ? '' : format.date(settledOn, settledOn.startsWith(year) ? 'day' : 'dated');
  const dueKey = dueIn === 0 ? 'dueToday' : 'dueIn';
  if (kind === 'credit_note' && status === 'issued') return t('state.creditNote');
  switch (status) {
    case 'draft':
      return t('state.draft');
    case 'overdue':
      return open === gross ? t('state.overdue', { count }) : t('state.partOverdue', { count, amount });
    case 'part_paid':
      return t(`state.part.${dueKey}`, { count, amount });
    case 'issued':
      return t(`state.${dueKey}`, { count });
    case 'paid':
      if (open < 0) return t('state.overpaid', { amount });
      return on ? t('state.paid', { date: on }) : t('state.paidNothing');
    case 'credited':
      return open < 0 ? t('state.toPayBack', { amount }) : t('state.credited');
    case 'written_off':
      return t('state.writtenOff', { date: on });
  }
}
