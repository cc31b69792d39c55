import { formatClock } from '#shared/domain/clock-format.ts';
import type { Words } from '../../ports/words.ts';

/** What the tray tells. Times are UTC milliseconds. */
export interface TrayFacts {
  readonly running: {
    readonly clientName: string;
    readonly taskTitle: string | null;
    readonly since: number;
  } | null;
  /** Tasks due today or overdue. */
  readonly due: number;
  readonly next: { readonly title: string; readonly start: number } | null;
  /** IANA. */
  readonly zone: string;
}

export type TrayAction = 'stop' | 'start' | 'today' | 'open' | 'quit';

type TrayEntry = { readonly label: string; readonly action: TrayAction | null } | null;

export interface TrayModel {
  readonly tooltip: string;
  /** Null is a line between groups. */
  readonly entries: readonly TrayEntry[];
}

/** The words of the tray. They name moments, not spans, so that nothing has to tick. */
export function trayModel(facts: TrayFacts, words: Words): TrayModel {
  const text = (key: string, values?: Record<string, string | number>) =>
    words.text(`reminders:tray.${key}`, values);
  const { running, due, next, zone } = facts;
  const timer = running
    ? text(running.taskTitle ? 'runningTask' : 'running', {
        client: running.clientName,
        task: shortened(running.taskTitle ?? ''),
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
      running ? { label: text('stop'), action: 'stop' } : { label: text('start'), action: 'start' },
      null,
      { label: tasks, action: due > 0 ? 'today' : null },
      { label: event, action: null },
      null,
      { label: text('open'), action: 'open' },
      { label: text('quit'), action: 'quit' },
    ],
  };
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : text;
}
