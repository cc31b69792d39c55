import { quantityScale } from '#shared/domain/invoice.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { formatScaled } from '#shared/domain/money-text.ts';
import type { LineView } from '#shared/ipc/billing.ts';

/** Time as it is charged: `5h 40m`, with seconds where there are any, so that quantity × rate is the amount. */
export function quantityOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = seconds % 60;
  if (hours === 0 && rest === 0) return `${minutes}m`;
  if (hours === 0) return minutes === 0 ? `${rest}s` : `${minutes}m ${two(rest)}s`;
  if (minutes === 0 && rest === 0) return `${hours}h`;
  return rest === 0 ? `${hours}h ${two(minutes)}m` : `${hours}h ${two(minutes)}m ${two(rest)}s`;
}

/** How much a line bills: pieces, time, or a discount's percent. */
export function quantityText(
  { quantity, seconds, percent }: Pick<LineView, 'quantity' | 'seconds' | 'percent'>,
  language: string,
): string {
  if (percent !== null) return `${formatScaled(percent, taxRateScale, language)} %`;
  if (quantity === null && seconds !== null) return quantityOf(seconds);
  return formatScaled(quantity ?? 0, quantityScale, language);
}
