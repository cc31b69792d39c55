import type { Context } from '../context.ts';
import { errors } from '../google-error.ts';
import { ROLE_ORDER } from './lists.ts';
import type { CalendarStore } from './store.ts';
import type { Role } from './types.ts';

/** The calendar of a request and the caller's role in it. @throws 404 without access, 403 with too little. */
export function openCalendar(
  calendars: Map<string, CalendarStore>,
  context: Context,
  least: Role = 'freeBusyReader',
): { calendar: CalendarStore; role: Role } {
  const asked = context.params.calendarId ?? '';
  const calendar = calendars.get(asked === 'primary' ? context.user.email : asked);
  const role = calendar?.roles.get(context.user.email);
  if (!calendar || !role) throw errors.notFound();
  if (ROLE_ORDER.indexOf(role) < ROLE_ORDER.indexOf(least)) throw errors.forbidden();
  return { calendar, role };
}
