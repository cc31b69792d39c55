import { useTranslation } from 'react-i18next';
import type { AgreementKind } from '#shared/domain/agreement-terms.ts';
import type { AgreementView } from '#shared/ipc/billing-agreements.ts';
import { useWorkKinds } from '../../../lib/work-kinds.ts';
import { useFormat } from '../format.ts';

type Version = AgreementView['versions'][number];

/** Terms in words: the rate, and a line for each thing agreed beside it. */
export function useTermsText() {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { nameOf } = useWorkKinds();
  const minutes = (count: number) => format.hours(count * 60);

  return {
    rate: (kind: AgreementKind, { rate, currency }: Version) =>
      t(`agreed.${kind}`, { amount: format.money(rate, currency) }),
    details({ terms, currency }: Version): string[] {
      const money = (amount: number) => format.money(amount, currency);
      if ('kindRates' in terms) {
        return Object.entries(terms.kindRates).map(([kind, rate]) =>
          t('termsText.kindRate', { kind: nameOf(kind), amount: money(rate) }),
        );
      }
      if ('halfFrom' in terms) {
        const { halfFrom, fullFrom, over } = terms;
        const day = t('termsText.day', { half: minutes(halfFrom), full: minutes(fullFrom) });
        return over
          ? [day, t('termsText.over', { after: minutes(over.after), amount: money(over.rate) })]
          : [day];
      }
      if ('cycleDay' in terms) {
        const { seconds, cycleDay, carryCap, carryCycles, overageRate, fee, stub } = terms;
        const hours = format.hours(seconds);
        const carries = carryCycles > 0 && carryCap !== 0;
        const carry = carryCap === null ? 'carryAll' : 'carry';
        return [
          t('termsText.cycle', { hours, day: cycleDay, fee: t(`termsText.fee.${fee}`) }),
          carries
            ? t(`termsText.${carry}`, { cap: format.hours(carryCap ?? 0), count: carryCycles })
            : t('termsText.noCarry'),
          overageRate > 0 ? t('termsText.overage', { amount: money(overageRate) }) : t('termsText.noOverage'),
          ...(stub === 'prorated' ? [t('termsText.prorated')] : []),
        ];
      }
      return [];
    },
  };
}
