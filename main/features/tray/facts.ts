import { Temporal } from 'temporal-polyfill';
import { dateOf } from '#shared/domain/local-time.ts';
import type { EntryView } from '#shared/ipc/time.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TrayFacts } from './model.ts';

export interface FactSources {
  readonly clock: Clock;
  readonly agenda: Agenda;
  /** Tasks due by the end of the day `today` (ISO), which is `midnight`. */
  readonly due: (today: string, midnight: number) => number;
  readonly running: () => EntryView | null;
}

/** Looks up what the tray tells, and how long that stays true: until the next event begins or the day ends. */
export function trayFacts({ clock, agenda, due, running }: FactSources) {
  return (): TrayFacts & { readonly staleIn: number } => {
    const now = clock.now();
    const zone = clock.zone();
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
    const midnight = today.add({ days: 1 }).epochMilliseconds;
    const next = agenda
      .between(now, midnight, zone, null)
      .find(({ allDay, start }) => !allDay && start > now && start < midnight);
    const entry = running();
    return {
      running: entry && {
        clientName: entry.clientName,
        taskTitle: entry.taskTitle,
        since: entry.startedAt,
      },
      due: due(dateOf(now, zone), midnight),
      next: next ? { title: next.title, start: next.start } : null,
      zone,
      staleIn: Math.min(next?.start ?? midnight, midnight) - now + 1,
    };
  };
}
