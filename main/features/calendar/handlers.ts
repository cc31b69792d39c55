import type { calendarContract } from '#shared/ipc/calendar.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { CalendarService } from './service.ts';

/** Binds the calendar to the contract. */
export function calendarHandlers(service: CalendarService): Handlers<typeof calendarContract> {
  return {
    'calendar.calendars': () => service.calendars(),
    'calendar.assign': ({ calendarId, clientId }) => service.assign(calendarId, clientId),
    'calendar.occurrences': ({ from, to, zone, clientId }) =>
      service.occurrences({ from, to, zone }, clientId),
    'calendar.event': ({ eventId }) => service.event(eventId),
  };
}
