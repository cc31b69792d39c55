import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import { useFormat } from '../../format.ts';
import { useOwnFirst } from '../../own-first.ts';
import classes from './MoneyList.module.css';

/** A sum in words, currency by currency. */
export function Sum({ label, amounts }: { readonly label: string; readonly amounts: readonly Money[] }) {
  const format = useFormat();
  const totals = useOwnFirst()(totalsByCurrency(amounts));
  return (
    <span className={classes.sum}>
      {label}
      {totals.map(({ amount, currency }) => (
        <strong key={currency}>{format.money(amount, currency)}</strong>
      ))}
      {totals.length === 0 && <strong>–</strong>}
    </span>
  );
}
