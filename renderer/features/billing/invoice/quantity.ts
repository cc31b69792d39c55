import { formatExact } from '#shared/domain/duration.ts';
import { quantityScale } from '#shared/domain/invoice.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { formatScaled } from '#shared/domain/money-text.ts';
import type { LineView } from '#shared/ipc/billing.ts';

const otherWork: readonly string[] = ['day', 'task', 'fee', 'hours'];

/** Whether all work on an invoice is paid by the hour; of other work, hours beside the money say nothing. */
export function isAllByHour(lines: readonly Pick<LineView, 'kind'>[]): boolean {
  return !lines.some(({ kind }) => otherWork.includes(kind));
}

/** How much a line bills: pieces, time, or a discount's percent. */
export function quantityText(
  { quantity, seconds, percent }: Pick<LineView, 'quantity' | 'seconds' | 'percent'>,
  language: string,
): string {
  if (percent !== null) return `${formatScaled(percent, taxRateScale, language)} %`;
  if (quantity === null && seconds !== null) return formatExact(seconds);
  return formatScaled(quantity ?? 0, quantityScale, language);
}
