import { z } from 'zod';
import type { CalendarView, EventDetail, OccurrencesView } from '#shared/ipc/calendar.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Agenda, AgendaItem } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Sync } from '../../ports/sync.ts';
import type { Store } from '../../store/store.ts';
import { occurrences, type Question, widened } from './occurrences.ts';
import { CalendarRepository } from './repository.ts';
import { SeriesCache } from './series-cache.ts';

const details = z.object({
  attendees: z
    .array(
      z.object({
        email: z.string().default(''),
        displayName: z.string().default(''),
        responseStatus: z.string().default('needsAction'),
      }),
    )
    .default([]),
});

/** Calendars as people see them: to whom they belong, and what happens when. */
export class CalendarService implements Agenda {
  readonly #store: Store;
  readonly #rows: CalendarRepository;
  readonly #sync: Sync;
  readonly #clock: Clock;
  readonly #series = new SeriesCache();

  constructor(store: Store, sync: Sync, clock: Clock) {
    this.#store = store;
    this.#rows = new CalendarRepository(store.sql);
    this.#sync = sync;
    this.#clock = clock;
  }

  calendars(): readonly CalendarView[] {
    return this.#rows.calendars();
  }

  /** Events that were copied stay with the calendar when it goes from one client to another. */
  assign(calendarId: string, clientId: string | null): void {
    const calendar = this.#rows.calendar(calendarId);
    if (!calendar || (clientId !== null && !this.#rows.clientExists(clientId)))
      throw new AppError('not_found');
    if (calendar.clientId === clientId) return;
    const key = clientId === null ? 'undo.calendarUnassigned' : 'undo.calendarAssigned';
    this.#store.act({ key, values: { name: calendar.name } }, (announce) => {
      this.#rows.assign(calendarId, clientId);
      announce('calendar', calendar.clientId);
      announce('calendar', clientId);
    });
    this.#sync.soon(calendar.accountId);
  }

  occurrences(question: Question, clientId: string | null): OccurrencesView {
    const span = { ...widened(question), clientId };
    const parts = {
      singles: this.#rows.singles(span),
      masters: this.#rows.masters(span),
      exceptions: this.#rows.exceptions(span),
    };
    return occurrences(parts, question, this.#series, () => this.#clock.monotonic());
  }

  between(from: number, to: number, zone: string, clientId: string | null): AgendaItem[] {
    return this.occurrences({ from, to, zone }, clientId).items.map((item) => ({
      key: item.key,
      eventId: item.eventId,
      clientId: item.clientId,
      title: item.title,
      allDay: item.allDay,
      start: item.start,
      end: item.end,
      meetingUrl: item.meetingUrl,
    }));
  }

  event(eventId: string): EventDetail {
    const cut = eventId.indexOf('/');
    const row = this.#rows.detail(eventId.slice(0, cut), eventId.slice(cut + 1));
    if (!row) throw new AppError('not_found');
    const { attendees } = details.parse(row.details === null ? {} : JSON.parse(row.details));
    return {
      eventId,
      description: row.description,
      guests: attendees.map((a) => ({ name: a.displayName, email: a.email, answer: a.responseStatus })),
    };
  }
}
