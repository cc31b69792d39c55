import type { QueryClient } from '@tanstack/react-query';
import { type Here, hereAt } from '../../lib/here.ts';
import { cachedRead, prefetchRead } from '../../lib/queries.ts';
import { horizon } from './model.ts';

/** What Today asks for about what is due. */
export function dueQuestion({ zone, today }: Pick<Here, 'zone' | 'today'>, weekStart: number) {
  return { until: horizon(today, weekStart), zone };
}

/**
 * Asks for all that Today shows while its file is fetched, so that it is drawn once instead of column by column: that is
 * sooner, and takes a screenful of memory less. What is known already is not waited for. @param now UTC milliseconds.
 */
export async function readToday(queries: QueryClient, now: number): Promise<void> {
  const here = hereAt(now, cachedRead(queries, 'app.info')?.zone);
  const weekStart = cachedRead(queries, 'settings.get')?.weekStart ?? 1;
  const due = dueQuestion(here, weekStart);
  const day = { date: here.today, clientId: null };
  const known = cachedRead(queries, 'tasks.due', due) && cachedRead(queries, 'time.day', day);
  if (known) return;
  await Promise.all([
    prefetchRead(queries, 'tasks.due', due),
    prefetchRead(queries, 'tasks.waiting', {}),
    prefetchRead(queries, 'time.day', day),
  ]);
}
