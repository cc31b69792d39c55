import type { TFunction } from 'i18next';
import { dateIn, formatClock, formatClockRange, formatDate } from '#shared/domain/clock-format.ts';
import { formatDuration, HOUR, MINUTE } from '#shared/domain/duration.ts';
import { length } from '#shared/domain/spans.ts';
import type { GapView, OpenGap } from '#shared/ipc/time.ts';
import { mark } from '../../../ui/Marked.tsx';
import { titleOf } from '../words.ts';

/** The person's zone and language, and today's date there. */
export interface Reader {
  readonly zone: string;
  readonly locale: string;
  readonly today: string;
}

/** The key that chooses an answer. */
export const letters: Readonly<Record<OpenGap['choices'][number], string>> = {
  keep: 'k',
  discard: 'd',
  stop: 't',
  split: 's',
  move: 'm',
};

/** Why nobody knows, in a few words: "No input since 11:05". */
export function whyShort(gap: GapView, zone: string, t: TFunction<'gaps'>): string {
  return t(`short.${gap.cause}`, { time: formatClock(gap.startedAt, zone) });
}

/** How long it is, or that it is only a change of the clock: "33m to review". */
export function reviewWords(gap: GapView, t: TFunction<'gaps'>): string {
  return gap.endedAt > gap.startedAt
    ? t('toReview', { time: formatDuration(gap.endedAt - gap.startedAt) })
    : t('clockToReview');
}

/** The question: "Where did 33 minutes go?". */
export function questionOf(gap: GapView, t: TFunction<'gaps'>): string {
  if (gap.cause === 'clock_back') return t('titleBack');
  const ms = gap.endedAt - gap.startedAt;
  return ms < HOUR
    ? t('title', { count: Math.floor(ms / MINUTE) })
    : t('titleLong', { time: formatDuration(ms) });
}

/** What happened, with `mark` where the name of the work stands. */
export function leadOf(gap: GapView, reader: Reader, t: TFunction<'gaps'>): string {
  const from = formatClock(gap.startedAt, reader.zone);
  if (gap.endedAt === gap.startedAt) return t('lead.clock_backEmpty', { what: mark, from });
  return t(`lead.${gap.cause}`, { what: mark, when: whenOf(gap, reader, t) });
}

/** When it was: "from 11:05 to 11:38", with the day where that is not today. */
function whenOf(gap: GapView, { zone, locale, today }: Reader, t: TFunction<'gaps'>): string {
  const from = formatClock(gap.startedAt, zone);
  const to = formatClock(gap.endedAt, zone);
  const first = dateIn(gap.startedAt, zone);
  const last = dateIn(gap.endedAt, zone);
  if (first !== last) {
    const fromDay = formatDate(first, locale);
    return t('rangeOver', { fromDay, toDay: formatDate(last, locale), from, to });
  }
  return first === today
    ? t('range', { from, to })
    : t('rangeOn', { day: formatDate(first, locale), from, to });
}

/** All of a gap in one sentence, for its block on a timeline. */
export function gapName(gap: GapView, zone: string, t: TFunction<'gaps'>): string {
  return t('blockName', {
    what: reviewWords(gap, t),
    times: formatClockRange(gap.startedAt, gap.endedAt, zone),
    why: `${whyShort(gap, zone, t)}, ${titleOf(gap)}`,
  });
}

/** Why this stretch without entries is one: what in it was discarded; empty when nothing was. */
export function discardedWords(gaps: readonly GapView[], zone: string, t: TFunction<'gaps'>): string {
  return gaps
    .filter(
      ({ answer, startedAt, endedAt }) =>
        answer === 'discarded' && length({ from: startedAt, to: endedAt }) > 0,
    )
    .map((gap) => t('discarded', { why: whyShort(gap, zone, t) }))
    .join(' ');
}
