import { formatClock } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import type { Words } from '../../ports/words.ts';

/** A client, and a task of it or none. */
export interface TrayWork {
  readonly clientId: string;
  readonly clientName: string;
  readonly taskId: string | null;
  readonly taskTitle: string | null;
}

/** What comes next in a round of focus, as one step. */
export type FocusStep = 'start' | 'pause' | 'continue' | 'rest' | 'resume';

/** What the tray tells. Times are UTC milliseconds, lengths milliseconds. */
export interface TrayFacts {
  readonly running: (TrayWork & { readonly since: number; readonly elapsed: number }) | null;
  /** What was tracked last; null before the first entry. */
  readonly last: TrayWork | null;
  /** What the timer can be put on, lately tracked first. */
  readonly recent: readonly TrayWork[];
  /** Tracked today by client, most first, the running timer included. */
  readonly today: readonly { readonly clientName: string; readonly tracked: number }[];
  /** Null where there is nothing to do about focus. */
  readonly focus: FocusStep | null;
  /** Time that waits for an answer. */
  readonly review: number;
  /** Tasks due today or overdue. */
  readonly due: number;
  readonly next: { readonly title: string; readonly start: number } | null;
  /** IANA. */
  readonly zone: string;
}

export type TrayAction =
  | { readonly kind: 'stop' | 'resume' | 'review' | 'today' | 'open' | 'quit' }
  | { readonly kind: 'focus'; readonly step: FocusStep }
  | { readonly kind: 'start'; readonly clientId: string; readonly taskId: string | null };

/** One line; null is a line between groups. */
export type TrayEntry =
  | { readonly label: string; readonly action: TrayAction | null }
  | { readonly label: string; readonly entries: readonly TrayEntry[] }
  | null;

export interface TrayModel {
  readonly tooltip: string;
  readonly entries: readonly TrayEntry[];
}

type Text = (key: string, values?: Record<string, string | number>) => string;

/** The words of the tray. Lengths turn with the minute, nothing ticks faster. */
export function trayModel(facts: TrayFacts, words: Words): TrayModel {
  const text: Text = (key, values) => words.text(`reminders:tray.${key}`, values);
  const { running, due, next, zone } = facts;
  const timer = running
    ? text('running', {
        what: nameOf(running),
        elapsed: formatDuration(running.elapsed),
        time: formatClock(running.since, zone),
      })
    : text('idle');
  const tasks = due > 0 ? text('due', { count: due }) : text('nothingDue');
  const event = next
    ? text('next', { time: formatClock(next.start, zone), title: shortened(next.title) })
    : text('noEvent');
  return {
    tooltip: running ? `Clientele: ${timer}` : 'Clientele',
    entries: [
      { label: timer, action: null },
      ...timerEntries(facts, text),
      ...focusEntries(facts, words),
      ...dayEntries(facts, text),
      null,
      { label: tasks, action: due > 0 ? { kind: 'today' } : null },
      { label: event, action: null },
      null,
      { label: text('open'), action: { kind: 'open' } },
      { label: text('quit'), action: { kind: 'quit' } },
    ],
  };
}

function timerEntries({ running, last, recent }: TrayFacts, text: Text): TrayEntry[] {
  const others = recent.map((work) => ({
    label: nameOf(work),
    action: { kind: 'start' as const, clientId: work.clientId, taskId: work.taskId },
  }));
  const list = others.length > 0 ? [{ label: text(running ? 'switch' : 'startOn'), entries: others }] : [];
  if (running) return [{ label: text('stop'), action: { kind: 'stop' } }, ...list];
  const resume = last ? text('resume', { what: nameOf(last) }) : text('start');
  return [{ label: resume, action: { kind: 'resume' } }, ...list];
}

function focusEntries({ focus }: TrayFacts, words: Words): TrayEntry[] {
  if (!focus) return [];
  return [{ label: words.text(`focus:command.${focus}`), action: { kind: 'focus', step: focus } }];
}

/** What today adds up to, and what of it still needs an answer. */
function dayEntries({ today, review }: TrayFacts, text: Text): TrayEntry[] {
  const total = today.reduce((sum, { tracked }) => sum + tracked, 0);
  const totals: TrayEntry[] =
    today.length === 0
      ? []
      : [
          {
            label: text('total', { time: formatDuration(total) }),
            entries: today.map(({ clientName, tracked }) => ({
              label: text('clientTotal', { client: shortened(clientName), time: formatDuration(tracked) }),
              action: null,
            })),
          },
        ];
  const waiting: TrayEntry[] =
    review > 0
      ? [{ label: text('review', { time: formatDuration(review) }), action: { kind: 'review' } }]
      : [];
  const both = [...totals, ...waiting];
  return both.length > 0 ? [null, ...both] : [];
}

function nameOf({ clientName, taskTitle }: TrayWork): string {
  return [clientName, taskTitle].flatMap((name) => (name ? [shortened(name)] : [])).join(' · ');
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : text;
}
