import { exponentOf } from './currencies.ts';
import { largestAmount } from './money.ts';
import { toDecimal } from './money-format.ts';

/** Minor units as a plain decimal such as `-1234.50`, exact, for data that programs read. */
export function decimalText(amount: number, currency: string): string {
  return scaledText(amount, exponentOf(currency));
}

/** An integer that counts `10^-scale`, as a plain decimal. */
export function scaledText(amount: number, scale: number): string {
  return toDecimal(BigInt(amount), scale);
}

/** The amount without a sign of currency, as people of `language` type it into a field: `45.00`, `45,00`. */
export function editableAmount(amount: number, currency: string, language: string): string {
  const decimals = exponentOf(currency);
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  }).format(decimalText(amount, currency) as `${number}`);
}

/** `scale` decimals at most, no trailing zeros, as people of `language` write numbers: `1.5`, `1,5`. */
export function formatScaled(amount: number, scale: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: scale }).format(
    scaledText(amount, scale) as `${number}`,
  );
}

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  /** A key of the `errors` catalogue. */
  | { readonly ok: false; readonly reason: 'field.number' | 'field.decimals' | 'field.tooLarge' };

/** Reads an amount that a person typed; gives minor units of `currency`. */
export function parseAmount(text: string, currency: string, language: string): ParsedNumber {
  const symbols = new RegExp(`\\p{Sc}|\\b${currency}\\b`, 'giu');
  return parseScaled(text.replace(symbols, ''), exponentOf(currency), language);
}

/**
 * Reads a number that a person typed and counts it in `10^-scale`. Both `.` and `,` may mark decimals where
 * that is clear; `1.234` alone means what it means in `language`.
 */
export function parseScaled(text: string, scale: number, language: string): ParsedNumber {
  const compact = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/[\u2212\u2013]/g, '-');
  const match = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/.exec(compact);
  if (!match?.[2]) return { ok: false, reason: 'field.number' };
  const parts = split(match[2], language);
  if (!parts) return { ok: false, reason: 'field.number' };
  const decimals = parts.decimals.replace(/0+$/, '');
  if (decimals.length > scale) return { ok: false, reason: 'field.decimals' };
  const value = Number(parts.whole + decimals.padEnd(scale, '0'));
  if (value > largestAmount) return { ok: false, reason: 'field.tooLarge' };
  return { ok: true, value: match[1] === '-' && value !== 0 ? -value : value };
}

function split(number: string, language: string): { whole: string; decimals: string } | null {
  const mark = decimalMark(number, language);
  const at = mark === null ? -1 : number.lastIndexOf(mark);
  const whole = at < 0 ? number : number.slice(0, at);
  const decimals = at < 0 ? '' : number.slice(at + 1);
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(whole) && new Set(whole.match(/[.,]/g)).size === 1;
  if (!/^\d*$/.test(decimals) || !(grouped || /^\d*$/.test(whole))) return null;
  if (mark !== null && whole.includes(mark)) return null;
  return { whole: whole.replace(/[.,]/g, '') || '0', decimals };
}

/** Which of the two marks, if any, begins the decimals. */
function decimalMark(number: string, language: string): '.' | ',' | null {
  const points = number.split('.').length - 1;
  const commas = number.split(',').length - 1;
  if (points > 0 && commas > 0) return number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ',';
  if (points + commas !== 1) return null;
  const mark = points === 1 ? '.' : ',';
  const looksGrouped = /^\d{1,3}[.,]\d{3}$/.test(number) && !number.startsWith('0');
  return looksGrouped && mark !== ownDecimalMark(language) ? null : mark;
}

function ownDecimalMark(language: string): '.' | ',' {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.some((part) => part.type === 'decimal' && part.value === ',') ? ',' : '.';
}
