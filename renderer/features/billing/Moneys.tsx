import { Fragment } from 'react';
import type { Money } from '#shared/domain/money.ts';
import { useFormat } from './format.ts';

/** Amounts of several currencies in a cell, one below the other; a dash for none. */
export function Moneys({ amounts }: { readonly amounts: readonly Money[] }) {
  const format = useFormat();
  if (amounts.length === 0) return '–';
  return amounts.map(({ amount, currency }, index) => (
    <Fragment key={currency}>
      {index > 0 && <br />}
      {format.money(amount, currency)}
    </Fragment>
  ));
}
