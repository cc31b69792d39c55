import { dateOf } from '#shared/domain/local-time.ts';
import { clip, length, type Span, spanOf } from '#shared/domain/spans.ts';
import { dayBounds } from '#shared/domain/time.ts';
import type { DayView, EntryClient, EntryView, TodayTotals } from '#shared/ipc/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Settings } from '../../ports/settings.ts';
import type { DayEvents } from './day-events.ts';
import type { GapRepository } from './gap-rows.ts';
import type { TimeRepository } from './repository.ts';
import type { Reviews } from './reviews.ts';

export interface DayDeps {
  readonly entries: TimeRepository;
  readonly gaps: GapRepository;
  readonly events: DayEvents;
  readonly reviews: Reviews;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** Days in the computer's zone: what was tracked, and what the calendar says beside it. */
export class DayService {
  readonly #entries: TimeRepository;
  readonly #gaps: GapRepository;
  readonly #events: DayEvents;
  readonly #reviews: Reviews;
  readonly #settings: Settings;
  readonly #clock: Clock;

  constructor({ entries, gaps, events, reviews, settings, clock }: DayDeps) {
    this.#entries = entries;
    this.#gaps = gaps;
    this.#events = events;
    this.#reviews = reviews;
    this.#settings = settings;
    this.#clock = clock;
  }

  day(date: string, clientId: string | null): DayView {
    const zone = this.#clock.zone();
    const bounds = dayBounds(date, zone);
    return {
      date,
      zone,
      ...bounds,
      targetMinutes: this.#settings.get('dayTargetMinutes'),
      entries: this.#entries.touching(bounds, this.#clock.now(), clientId),
      events: this.#events.within(bounds, zone, clientId),
      gaps: this.#gaps.touching(bounds, clientId),
    };
  }

  /** Closed time of today by client; the running entry is added by whoever shows it tick. */
  today(): TodayTotals {
    const zone = this.#clock.zone();
    const now = this.#clock.now();
    const date = dateOf(now, zone);
    const bounds = dayBounds(date, zone);
    const clients = new Map<string, EntryClient & { closed: number }>();
    for (const entry of this.#entries.touching(bounds, now, null)) {
      const sum = clients.get(entry.clientId) ?? { ...clientOf(entry), closed: 0 };
      if (entry.endedAt !== null) sum.closed += lengthWithin(spanOf(entry, now), bounds);
      clients.set(entry.clientId, sum);
    }
    return {
      date,
      zone,
      ...bounds,
      targetMinutes: this.#settings.get('dayTargetMinutes'),
      clients: [...clients.values()].sort((a, b) => b.closed - a.closed),
      review: this.#reviews.totals(bounds),
    };
  }
}

function clientOf({ clientId, clientName, clientCode, clientColor }: EntryView): EntryClient {
  return { clientId, clientName, clientCode, clientColor };
}

function lengthWithin(span: Span, bounds: Span): number {
  const part = clip(span, bounds);
  return part ? length(part) : 0;
}
