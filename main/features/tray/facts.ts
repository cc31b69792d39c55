import { Temporal } from 'temporal-polyfill';
import { MINUTE } from '#shared/domain/duration.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import type { FocusView } from '#shared/ipc/focus.ts';
import type { Choice, EntryView, TodayTotals } from '#shared/ipc/time.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FocusStep, TrayFacts, TrayWork } from './model.ts';

const mostRecent = 5;

export interface FactSources {
  readonly clock: Clock;
  readonly agenda: Agenda;
  /** Tasks due by the end of the day `today` (ISO), which is `midnight`. */
  readonly due: (today: string, midnight: number) => number;
  readonly running: () => EntryView | null;
  readonly last: () => EntryView | null;
  /** Lately tracked work, the last first. */
  readonly recent: () => readonly Choice[];
  readonly focus: () => FocusView;
  readonly today: () => TodayTotals;
}

/** Looks up what the tray tells, and how long that stays true: for a minute while a timer runs, else until the next event or midnight. */
export function trayFacts({ clock, agenda, due, running, last, recent, focus, today }: FactSources) {
  return (): TrayFacts & { readonly staleIn: number } => {
    const now = clock.now();
    const zone = clock.zone();
    const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
    const midnight = day.add({ days: 1 }).epochMilliseconds;
    const next = agenda
      .between(now, midnight, zone, null)
      .find(({ allDay, start }) => !allDay && start > now && start < midnight);
    const entry = running();
    const elapsed = entry ? Math.max(0, now - entry.startedAt) : 0;
    const ends = Math.min(next?.start ?? midnight, midnight) - now + 1;
    const totals = today();
    return {
      running: entry && { ...workOf(entry), since: entry.startedAt, elapsed },
      last: workOf(last()),
      recent: recent()
        .filter((one) => one.clientId !== entry?.clientId || one.taskId !== entry.taskId)
        .slice(0, mostRecent),
      today: totalsOf(totals, entry, now),
      focus: stepOf(focus(), entry !== null),
      review: totals.review.total,
      due: due(dateOf(now, zone), midnight),
      next: next ? { title: next.title, start: next.start } : null,
      zone,
      staleIn: entry ? Math.min(ends, MINUTE - (elapsed % MINUTE) + 1) : ends,
    };
  };
}

/** A round begins on what runs; without it, the window is where to choose. */
function stepOf({ round }: FocusView, runs: boolean): FocusStep | null {
  if (!round) return runs ? 'start' : null;
  if (round.phase === 'done') return 'rest';
  if (round.phase !== 'work') return 'resume';
  return runs && !round.paused ? 'pause' : 'continue';
}

/** Time on no task goes by its note. */
function workOf(entry: EntryView): TrayWork;
function workOf(entry: EntryView | null): TrayWork | null;
function workOf(entry: EntryView | null): TrayWork | null {
  if (!entry) return null;
  const { clientId, clientName, taskId, taskTitle, note } = entry;
  return { clientId, clientName, taskId, taskTitle: taskTitle ?? (note || null) };
}

function totalsOf({ clients, from, to }: TodayTotals, running: EntryView | null, now: number) {
  const open = running ? Math.max(0, Math.min(now, to) - Math.max(running.startedAt, from)) : 0;
  return clients
    .map(({ clientId, clientName, closed }) => ({
      clientName,
      tracked: closed + (clientId === running?.clientId ? open : 0),
    }))
    .sort((a, b) => b.tracked - a.tracked);
}
