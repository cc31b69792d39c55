import type { TFunction } from 'i18next';
import type { RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';

/** "each day rounded up to 15m"; null when nothing is rounded. */
export function roundingNote(
  { rounding, per, minutes }: RoundingTerms,
  t: TFunction<'billing'>,
): string | null {
  if (rounding === 'none') return null;
  return t(`roundingNote.${rounding}.${per}`, { unit: formatDuration(minutes * MINUTE) });
}
