import { exponentOf } from '../currencies.ts';

/** An integer of so many decimals as XML writes it: 1050 with 2 decimals is `10.50`. */
export function scaledText(value: number, decimals: number): string {
  const sign = value < 0 ? '-' : '';
  const digits = `${Math.abs(value)}`.padStart(decimals + 1, '0');
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Minor units as an amount with the currency's own decimals. */
export function amountText(minor: number, currency: string): string {
  return scaledText(minor, exponentOf(currency));
}
/** The same without zeros at the end: 1500 thousandths are `1.5`. */
export function shortText(value: number, decimals: number): string {
  const text = scaledText(value, decimals);
  return decimals === 0 ? text : text.replace(/\.?0+$/, '');
}
