import { useTranslation } from 'react-i18next';
import type { RepricedGroup, RepricedRate } from '#shared/ipc/billing-agreements.ts';
import { tableStyles } from '../../../ui/table.ts';
import { useFormat } from '../format.ts';

/** What a rate is called by. */
const agreedBy = {
  hour: 'hourly',
  day: 'day_rate',
  task: 'per_task',
  cycle: 'hourly',
  none: 'hourly',
} as const;

interface RepricedTableProps {
  readonly groups: readonly RepricedGroup[];
  /** Heads the column of prices to come. */
  readonly priceThen: string;
}

/** Work with its price now and the one that it would have. */
export function RepricedTable({ groups, priceThen }: RepricedTableProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const rate = ({ by, rate: amount, currency }: RepricedRate) =>
    amount !== null && currency !== null
      ? t(`agreed.${agreedBy[by]}`, { amount: format.money(amount, currency) })
      : t(`repriced.${by}`);
  return (
    <table className={tableStyles.table}>
      <thead>
        <tr>
          <th scope="col">{t('table.period')}</th>
          <th scope="col" className={tableStyles.number}>
            {t('table.time')}
          </th>
          <th scope="col">{t('repriced.before')}</th>
          <th scope="col">{priceThen}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={`${rate(group.before)} ${rate(group.after)}`}>
            <td>{format.dates(group.from, group.to)}</td>
            <td className={tableStyles.number}>
              {group.tasks > 0 ? t('tasks', { count: group.tasks }) : format.hours(group.seconds)}
            </td>
            <td>{rate(group.before)}</td>
            <td>{rate(group.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
