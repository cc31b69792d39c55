import type { TFunction } from 'i18next';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import type { EntryView, Overlap } from '#shared/ipc/time.ts';
import { call } from './api.ts';

/** “30m of this is tracked for Acme already”, or for so many entries. */
export function overlapWords(overlap: Overlap, t: TFunction<'time'>): string {
  const [first, ...more] = overlap.entries;
  const time = formatDuration(overlap.length);
  if (!first || more.length > 0) return t('overlap.several', { time, count: overlap.entries.length });
  const what = first.taskTitle || first.note.split('\n', 1)[0]?.trim();
  return what && what !== first.clientName
    ? t('overlap.work', { time, what, client: first.clientName })
    : t('overlap.client', { time, client: first.clientName });
}

/** What to add to the message of an entry that was just made: the time that it counts twice, or nothing. */
export async function overlapWarning(made: EntryView, t: TFunction<'time'>): Promise<string> {
  const { id, startedAt, endedAt } = made;
  const twice = await call('time.overlap', { from: startedAt, to: endedAt ?? startedAt, besides: id });
  return twice.length >= MINUTE ? `. ${overlapWords(twice, t)}.` : '';
}
