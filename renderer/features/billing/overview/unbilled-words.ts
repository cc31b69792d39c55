import { useTranslation } from 'react-i18next';
import type { UnbilledRow } from '#shared/ipc/billing.ts';
import { useFormat } from '../format.ts';

/** How much is unbilled, and at which rates, in words. */
export function useUnbilledWords() {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const agreed = (row: UnbilledRow) =>
    row.agreements.map(({ kind, rate, currency }) =>
      t(`agreed.${kind}`, { amount: format.money(rate, currency) }),
    );
  return {
    /** Days, tasks and cycles are counted as such where there is nothing else; else the hours. */
    quantity(row: UnbilledRow): string {
      const only = row.agreements.length === 1 ? row.agreements[0]?.kind : null;
      if (only === 'day_rate' && row.days > 0) return t('days', { count: row.days / 1000 });
      if (only === 'per_task' && row.tasks > 0) return t('tasks', { count: row.tasks });
      if (only === 'retainer' && row.cycles > 0) return t('cycles', { count: row.cycles });
      if (row.rawSeconds > 0) return format.hours(row.seconds);
      const counted = [
        row.cycles > 0 && t('cycles', { count: row.cycles }),
        row.days > 0 && t('days', { count: row.days / 1000 }),
        row.tasks > 0 && t('tasks', { count: row.tasks }),
      ].filter((one) => one !== false);
      return counted.join(', ') || '–';
    },
    /** All of them: for who asks. */
    allRates: (row: UnbilledRow) => agreed(row).join(', '),
    rates(row: UnbilledRow): string {
      const [first, ...others] = agreed(row);
      if (first !== undefined)
        return others.length > 0 ? t('agreedMore', { first, count: others.length }) : first;
      return t(row.amounts.length > 0 && row.unpricedSeconds === 0 ? 'agreedBefore' : 'noRate');
    },
  };
}
