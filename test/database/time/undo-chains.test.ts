import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { EntryView } from '#shared/ipc/time.ts';
import { FakeClock } from '#test/support/clock.ts';
import { runs } from '#test/support/runs.ts';
import { addClients, boardPack, fjord, newsletter, northwind, openTime } from '#test/support/time.ts';

type Time = ReturnType<typeof openTime>;

const zone = 'Europe/Berlin';
const works = [
  { clientId: northwind, taskId: newsletter },
  { clientId: fjord, taskId: boardPack },
  { clientId: fjord, note: 'phone' },
] as const;
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

/** A day with work at both ends and three gaps that nobody has answered. */
function openDay(): Time {
  const time = openTime(undefined, new FakeClock('2026-11-25T08:00:00Z', zone));
  addClients(time.store);
  time.pulse.start();
  for (const work of works) {
    time.timer.start(work);
    time.clockwork.pass(40 * MINUTE);
    time.clock.sleep(30 * MINUTE);
    time.power.resume();
    time.clockwork.pass(5 * MINUTE);
    time.timer.stop();
  }
  return time;
}

const entries = (time: Time) => time.days.day('2026-11-25', null).entries;
const snapshot = (time: Time) =>
  ['time_entries', 'time_gaps'].map((table) =>
    time.store.sql.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
  );

/** What a person may do with a day that is over; each is refused or is one step of undo, or changes nothing. */
const acts: readonly ((time: Time, n: number, share: number) => unknown)[] = [
  ({ handlers }, n, share) => {
    const from = Math.floor(share * 23);
    const at = (hour: number) => ({ date: '2026-11-24', time: `${String(hour).padStart(2, '0')}:00` });
    return handlers['time.add']({
      ...(pick(works, n) ?? works[0]),
      start: at(from),
      end: at(from + 1),
      zone,
    });
  },
  (time, n, share) => {
    const one = pick(entries(time), n);
    const minute = String(Math.floor(share * 60)).padStart(2, '0');
    return (
      one && time.handlers['time.change']({ id: one.id, start: { date: '2026-11-25', time: `09:${minute}` } })
    );
  },
  (time, n) => {
    const one = pick(entries(time), n);
    return (
      one &&
      time.handlers['time.change']({
        id: one.id,
        clientId: pick([northwind, fjord], n) ?? fjord,
        note: `n${n}`,
      })
    );
  },
  (time, n) => {
    const one = pick(entries(time), n);
    return one && time.handlers['time.delete']({ ids: [one.id] });
  },
  (time, n, share) => {
    const one = pick(entries(time), n);
    const at = one && one.startedAt + Math.round(share * ((one.endedAt ?? 0) - one.startedAt));
    return one && at !== undefined && time.handlers['time.split']({ id: one.id, at });
  },
  (time, n) => {
    const all = entries(time);
    const pairs = all.slice(1).flatMap((two, index) => {
      const one = all[index] as EntryView;
      return one.endedAt !== null && one.endedAt >= two.startedAt ? [[one.id, two.id]] : [];
    });
    const ids = pick(pairs, n);
    return ids && time.handlers['time.merge']({ ids });
  },
  (time, n, share) => {
    const one = pick(entries(time), n);
    const edge = n % 2 ? 'start' : 'end';
    const at =
      one && (edge === 'start' ? one.startedAt : (one.endedAt ?? 0)) + Math.round((share - 0.5) * HOUR);
    return one && at !== undefined && time.handlers['time.moveEdge']({ id: one.id, edge, at });
  },
  ({ handlers }, n, share) =>
    handlers['time.setCell']({
      clientId: pick([northwind, fjord], n) ?? fjord,
      date: '2026-11-25',
      length: Math.floor(share * 180) * MINUTE,
      remove: true,
    }),
  (time, n) => {
    const ids = entries(time).map(({ id }) => id);
    return (
      ids.length > 0 &&
      time.handlers['time.assign']({ ids, category: pick(['key', 'routine', null] as const, n) ?? null })
    );
  },
  (time, n, share) => {
    const gap = pick(
      time.days.day('2026-11-25', null).gaps.filter(({ answer }) => answer === null),
      n,
    );
    if (!gap) return;
    const { id, startedAt, endedAt } = gap;
    const answer = pick(['keep', 'discard', 'split'] as const, n);
    if (answer !== 'split') return time.handlers['time.answerGap']({ id, answer: answer ?? 'keep' });
    const cut = startedAt + Math.round((endedAt - startedAt) * (0.1 + share * 0.8));
    const pieces = [
      { from: startedAt, to: cut, subject: { clientId: fjord } },
      { from: cut, to: endedAt, subject: null },
    ];
    return time.handlers['time.answerGap']({ id, answer, pieces });
  },
];

const steps = fc.array(
  fc.tuple(fc.nat(acts.length - 1), fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3)),
  { minLength: 10, maxLength: 45 },
);

describe('a long chain of undo', () => {
  it('leads back through every state there was, and redo forth again, exactly', () => {
    fc.assert(
      fc.property(steps, (chain) => {
        const time = openDay();
        const { store } = time;
        try {
          const states = [JSON.stringify(snapshot(time))];
          const first = store.undoState().undo;
          for (const [which, n, share, turns] of chain) {
            // Some way back and forth in between changes nothing either.
            for (let turn = 0; turn < turns && states.length > turns; turn += 1)
              time.around(() => store.undo());
            for (let turn = 0; turn < turns && states.length > turns; turn += 1)
              time.around(() => store.redo());
            const before = JSON.stringify(snapshot(time));
            expect(before).toBe(states.at(-1));
            try {
              acts[which]?.(time, n, share);
            } catch (error) {
              if (!(error instanceof AppError)) throw error;
            }
            const after = JSON.stringify(snapshot(time));
            if (after !== before) states.push(after);
          }
          for (const state of states.slice(0, -1).toReversed()) {
            time.around(() => store.undo());
            expect(JSON.stringify(snapshot(time))).toBe(state);
          }
          expect(store.undoState().undo).toEqual(first);
          for (const state of states.slice(1)) {
            time.around(() => store.redo());
            expect(JSON.stringify(snapshot(time))).toBe(state);
          }
        } finally {
          store.close();
        }
      }),
      { numRuns: runs(8, 300) },
    );
  }, 600_000);
});
