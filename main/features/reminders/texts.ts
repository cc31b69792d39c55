import { formatClock } from '#shared/domain/clock-format.ts';
import type { NotificationRequest } from '../../ports/notifier.ts';
import type { Words } from '../../ports/words.ts';
import type { Candidate } from './repository.ts';

type Text = Pick<NotificationRequest, 'title' | 'body'>;

/** How many titles a notification lists. */
const listed = 4;

/** The words of a notification. Without `details` they name neither task nor client. */
export function singleText(words: Words, task: Candidate, zone: string, details: boolean): Text {
  const time = formatClock(task.dueAt, zone);
  if (!details)
    return { title: words.text('reminders:hidden.one'), body: words.text('reminders:hidden.open') };
  return { title: task.title, body: words.text('reminders:due', { time, client: task.clientName }) };
}

/** The words for several tasks whose moment passed unseen. `zone`: the person's, for their times. */
export function togetherText(
  words: Words,
  tasks: readonly Candidate[],
  zone: string,
  details: boolean,
): Text {
  const title = words.text('reminders:missed', { count: tasks.length });
  if (!details) return { title, body: words.text('reminders:hidden.open') };
  const lines = tasks.map(({ dueAt, title: name }) => `${formatClock(dueAt, zone)} ${name}`);
  return { title, body: shortened(words, lines) };
}

export interface MorningCount {
  readonly due: readonly string[];
  readonly overdue: number;
}

/** The words of the morning's summary. */
export function morningText(words: Words, { due, overdue }: MorningCount, details: boolean): Text {
  const parts = [
    due.length > 0 ? words.text('reminders:dueToday', { count: due.length }) : null,
    overdue > 0 ? words.text('reminders:overdue', { count: overdue }) : null,
  ];
  const title = parts.filter((part) => part !== null).join(', ');
  const body = details && due.length > 0 ? shortened(words, due) : words.text('reminders:hidden.open');
  return { title, body };
}

function shortened(words: Words, lines: readonly string[]): string {
  if (lines.length <= listed) return lines.join('\n');
  const rest = words.text('reminders:more', { count: lines.length - listed });
  return [...lines.slice(0, listed), rest].join('\n');
}
