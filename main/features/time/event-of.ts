import { AppError } from '#shared/ipc/errors.ts';
import type { Agenda, AgendaItem } from '../../ports/agenda.ts';

/**
 * The event occurrence `key` that starts at `start`, UTC milliseconds, as something that can be worked. Throws
 * `not_found` when it is gone, `conflict` when it lasts whole days.
 */
export function eventOf(agenda: Agenda, zone: string, key: string, start: number): AgendaItem {
  const event = agenda.between(start, start + 1, zone, null).find((item) => item.key === key);
  if (!event) throw new AppError('not_found');
  if (event.allDay || event.end <= event.start) {
    throw new AppError('conflict', { reason: 'time.eventAllDay' });
  }
  return event;
}

/** What an entry or timer for an event is about. */
export function noteOf(event: AgendaItem): string {
  return event.title.slice(0, 2_000);
}
