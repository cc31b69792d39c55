import { quantityScale } from './invoice.ts';
import type { DocumentTexts, SnapshotLine } from './invoice-snapshot.ts';
import { taxRateScale } from './money.ts';
import { formatMoney } from './money-format.ts';
import { formatScaled } from './money-text.ts';

/** English documents follow British order (25 Nov 2026), which no reader of English mistakes. */
export function documentLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/** Time as it is charged, to the second, so that quantity × rate is the amount: `5h 40m`, `5h 40m 23s`. */
export function formatQuantity(
  line: Pick<SnapshotLine, 'seconds' | 'quantity' | 'percent'>,
  language: string,
  texts: DocumentTexts,
) {
  if (line.percent !== null) return `${formatScaled(line.percent, taxRateScale, language)} %`;
  if (line.quantity !== null || line.seconds === null)
    return formatScaled(line.quantity ?? 0, quantityScale, language);
  const hours = Math.floor(line.seconds / 3600);
  const minutes = Math.floor(line.seconds / 60) % 60;
  const seconds = line.seconds % 60;
  const two = (value: number, led: boolean) => (led ? String(value).padStart(2, '0') : String(value));
  const parts = [
    hours > 0 ? `${hours}${texts.hour}` : '',
    minutes > 0 || hours === 0 || seconds > 0 ? `${two(minutes, hours > 0)}${texts.minute}` : '',
    seconds > 0 ? `${two(seconds, true)}${texts.second}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** Minor units as the document writes them. */
export function formatAmount(amount: number, currency: string, language: string): string {
  return formatMoney(amount, currency, documentLocale(language));
}
