import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { readToday } from '#renderer/features/today/reads.ts';

// Sunday 22 November 2026, 23:30 in Tallinn.
const NOW = Date.parse('2026-11-22T21:30:00Z');

afterEach(() => vi.unstubAllGlobals());

/** A main process that answers every call, and the questions it was asked. */
function answering() {
  const asked: unknown[] = [];
  const call = (name: string, input: unknown) => {
    asked.push([name, input]);
    return Promise.resolve({ ok: true, value: [] });
  };
  vi.stubGlobal('window', { api: { call } });
  return asked;
}

function queriesIn(zone: string, weekStart: number): QueryClient {
  const queries = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  });
  queries.setQueryData(['app.info', undefined], { zone });
  queries.setQueryData(['settings.get', undefined], { weekStart });
  return queries;
}

test('Today asks ahead for the day where the person is, to the end of the week after', async () => {
  const asked = answering();
  const queries = queriesIn('Europe/Tallinn', 1);
  await readToday(queries, NOW);
  expect(asked).toEqual([
    ['tasks.due', { until: '2026-11-29', zone: 'Europe/Tallinn' }],
    ['tasks.waiting', {}],
    ['time.day', { date: '2026-11-22', clientId: null }],
  ]);
});

test('the day and the week are those of the zone and of the settings', async () => {
  const asked = answering();
  await readToday(queriesIn('Asia/Tokyo', 7), NOW);
  expect(asked).toContainEqual(['tasks.due', { until: '2026-12-05', zone: 'Asia/Tokyo' }]);
  expect(asked).toContainEqual(['time.day', { date: '2026-11-23', clientId: null }]);
});

test('what is known, even if it changed since, is not waited for', async () => {
  const asked = answering();
  const queries = queriesIn('Europe/Tallinn', 1);
  await readToday(queries, NOW);
  await queries.invalidateQueries();
  asked.length = 0;
  await readToday(queries, NOW);
  expect(asked).toEqual([]);
});

test('a read that fails does not keep Today away: it fails again in the view', async () => {
  vi.stubGlobal('window', {
    api: { call: () => Promise.resolve({ ok: false, code: 'internal', details: {}, message: 'Broken' }) },
  });
  await expect(readToday(queriesIn('Europe/Tallinn', 1), NOW)).resolves.toBeUndefined();
});
