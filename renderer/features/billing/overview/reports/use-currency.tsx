import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { useOwnFirst } from '../../own-first.ts';

/** One of the currencies that there are, and the choice of another; null while there is none. */
export function useCurrency(currencies: readonly string[]): readonly [string | null, ReactNode] {
  const { t } = useTranslation('billing');
  const [chosen, setChosen] = useState<string | null>(null);
  const ownFirst = useOwnFirst();
  const known = ownFirst([...new Set(currencies)].sort().map((code) => ({ currency: code }))).map(
    (one) => one.currency,
  );
  const currency = chosen !== null && known.includes(chosen) ? chosen : (known[0] ?? null);
  if (currency === null || known.length < 2) return [currency, null];
  const options = known.map((value) => ({ value, label: value }));
  return [
    currency,
    <Segmented
      key="currency"
      label={t('currency')}
      value={currency}
      onChange={setChosen}
      options={options}
    />,
  ];
}
