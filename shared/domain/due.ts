import { Temporal } from 'temporal-polyfill';
import type { Due } from './due-day.ts';

/** When the clock shows the entered time twice (it was set back), which of the two is meant. */
export type Doubled = 'earlier' | 'later';

/** What a person enters: a day, or a day and a time on the clocks of a zone. */
export interface DueInput {
  /** ISO `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`, or null for the whole day. */
  readonly time?: string | null | undefined;
  /** IANA zone the time is read in; needed with a time. */
  readonly zone?: string | null | undefined;
  readonly doubled?: Doubled | undefined;
}

export type ResolvedDue =
  | {
      readonly kind: 'due';
      readonly due: Due;
      /** Set when the clocks show this time twice that day; says which one was taken. */
      readonly doubled: Doubled | null;
    }
  | {
      readonly kind: 'skipped';
      /** The first time that exists after the gap, `HH:MM`. */
      readonly next: string;
    };

/**
 * Turns a day and a time in a zone into an instant. A time that the clocks skip that day (they are set
 * forward) is refused; of a time that they show twice the earlier is taken unless `doubled` says otherwise.
 */
export function resolveDue(input: DueInput): ResolvedDue {
  const date = Temporal.PlainDate.from(input.date).toString();
  if (!input.time) return { kind: 'due', due: { date, time: null, zone: null, at: null }, doubled: null };
  if (!input.zone) throw new RangeError('a time needs a zone');
  const zone = input.zone;
  const wall = Temporal.PlainDateTime.from(`${date}T${input.time}`);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  const chosen = input.doubled === 'later' ? later : earlier;
  if (!chosen.toPlainDateTime().equals(wall)) {
    const change = earlier.getTimeZoneTransition('next');
    return { kind: 'skipped', next: clock((change ?? later).toPlainTime()) };
  }
  const doubled = earlier.epochMilliseconds === later.epochMilliseconds ? null : (input.doubled ?? 'earlier');
  return {
    kind: 'due',
    due: { date, time: clock(wall.toPlainTime()), zone, at: chosen.epochMilliseconds },
    doubled,
  };
}

/** Which of the two a stored due time is, or null when the clocks show it once. */
export function doubledOf(due: Due): Doubled | null {
  if (due.time === null || due.zone === null) return null;
  const answer = resolveDue({ ...due, doubled: 'later' });
  if (answer.kind !== 'due' || answer.doubled === null) return null;
  return answer.due.at === due.at ? 'later' : 'earlier';
}

function clock(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}
