import { quantityScale } from './invoice.ts';
import type { DocumentTexts, SnapshotLine } from './invoice-snapshot.ts';
import { taxRateScale } from './money.ts';
import { formatMoney } from './money-format.ts';
import { formatScaled, scaledText } from './money-text.ts';

/** English documents follow British order (25 Nov 2026), which no reader of English mistakes. */
export function documentLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/**
 * How much a line bills: time to the second, so that quantity × rate is the amount (`5h 40m 23s`), days with their
 * unit (`1.5 days`), a discount's percent, and plain numbers for everything else.
 */
export function formatQuantity(
  line: Pick<SnapshotLine, 'kind' | 'seconds' | 'quantity' | 'percent'>,
  language: string,
  texts: DocumentTexts,
): string {
  if (line.percent !== null) return formatRate(line.percent, language);
  if (line.quantity === null && line.seconds !== null) return formatTime(line.seconds, texts);
  const quantity = line.quantity ?? 0;
  const number = formatScaled(quantity, quantityScale, documentLocale(language));
  if (line.kind !== 'day') return number;
  return `${number}\u00a0${quantity === 10 ** quantityScale ? texts.day : texts.days}`;
}

/** Whole seconds as the document writes them: `5h 40m 23s`, `2 h 30 min`. */
export function formatTime(total: number, texts: Pick<DocumentTexts, 'hour' | 'minute' | 'second'>): string {
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const seconds = total % 60;
  const two = (value: number, led: boolean) => (led ? String(value).padStart(2, '0') : String(value));
  const parts = [
    hours > 0 ? `${hours}${texts.hour}` : '',
    minutes > 0 || hours === 0 || seconds > 0 ? `${two(minutes, hours > 0)}${texts.minute}` : '',
    seconds > 0 ? `${two(seconds, true)}${texts.second}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** Thousandths of a percent as the language writes them: `19%`, `7,5 %`. */
export function formatRate(rate: number, language: string): string {
  const format = new Intl.NumberFormat(documentLocale(language), {
    style: 'percent',
    maximumFractionDigits: taxRateScale,
  });
  return format.format(scaledText(rate, taxRateScale + 2) as `${number}`);
}

/** Puts values in the place of `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');
}

/** Minor units as the document writes them. */
export function formatAmount(amount: number, currency: string, language: string): string {
  return formatMoney(amount, currency, documentLocale(language));
}
