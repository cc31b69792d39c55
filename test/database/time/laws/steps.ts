import fc from 'fast-check';
import type { EntryView, GapView, OpenGap } from '#shared/ipc/time.ts';
import { type World, works } from './world.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** One thing that happens, and by how many milliseconds it changes what is accounted for. */
export interface Step {
  readonly name: string;
  run(world: World): number | 'any';
}

/** A step that a failing run is told with. */
function step(name: string, run: Step['run']): Step {
  return { name, run, [fc.toStringMethod]: () => name } as Step;
}

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const closed = (world: World) => world.entries().filter((entry) => entry.endedAt !== null);
const long = (entry: EntryView) => (entry.endedAt ?? 0) - entry.startedAt;
const gapLong = (gap: GapView) => gap.endedAt - gap.startedAt;
const whole = (milliseconds: number) => Math.round(milliseconds / SECOND) * SECOND;
/** Seconds to hours, short ones as likely as long ones. */
const stretch = (most: number) =>
  fc.double({ min: 0, max: 1, noNaN: true }).map((x) => whole(1_000 + x ** 3 * most));

/** Time passes for the timer only while one runs. */
const whileRunning = (world: World, milliseconds: number) => (world.running() ? milliseconds : 0);

const passes = stretch(15 * MINUTE).map(
  (ms): Step =>
    step(`pass ${ms}`, (world) => {
      const change = whileRunning(world, ms);
      world.time.clockwork.pass(ms);
      return change;
    }),
);

const sleeps = fc.tuple(stretch(900 * MINUTE), fc.boolean(), fc.boolean()).map(
  ([ms, announced, goesOn]): Step =>
    step(`sleep ${ms} ${announced} ${goesOn}`, (world) => {
      const change = whileRunning(world, ms);
      if (announced) world.time.power.suspend();
      world.clock.sleep(ms, goesOn);
      return change;
    }),
);

const restarts = fc.tuple(stretch(900 * MINUTE), fc.boolean()).map(
  ([ms, inGoodOrder]): Step =>
    step(`restart ${ms} ${inGoodOrder}`, (world) => {
      const change = whileRunning(world, ms);
      world.restart(ms, inGoodOrder);
      return change;
    }),
);

const idles = fc
  .tuple(stretch(20 * MINUTE), fc.constantFrom('nothing', 'sleep', 'crash', 'stop'), stretch(300 * MINUTE))
  .map(
    ([ms, then, more]): Step =>
      step(`idle ${ms}, ${then} ${more}`, (world) => {
        const since = world.clock.uptime();
        const { power, clockwork } = world.time;
        power.idle = () => (world.clock.uptime() - since) / SECOND;
        let change = whileRunning(world, ms);
        clockwork.pass(ms);
        if (then === 'sleep') {
          change += whileRunning(world, more);
          world.clock.sleep(more);
          world.look();
        } else if (then === 'crash') {
          change += whileRunning(world, more);
          world.restart(more, false);
        } else if (then === 'stop') world.time.timer.stop();
        world.time.power.idle = 0;
        return change;
      }),
  );

const clockJumps = fc.tuple(stretch(180 * MINUTE), fc.boolean()).map(
  ([ms, back]): Step =>
    step(`clock ${back ? 'back' : 'ahead'} ${ms}`, (world) => {
      // Less is how clocks are corrected all the time.
      const by = Math.max(ms, 3 * SECOND);
      world.look();
      const change = back ? 0 : whileRunning(world, by);
      world.clock.shift(back ? -by : by);
      return change;
    }),
);

const zones = fc
  .constantFrom('Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia')
  .map(
    (zone): Step =>
      step(`to ${zone}`, (world) => {
        world.clock.moveTo(zone);
        return 0;
      }),
  );

const timerUse = fc.tuple(fc.constantFrom('start', 'switch', 'stop', 'resume'), fc.nat(2)).map(
  ([what, n]): Step =>
    step(`${what} ${n}`, (world) => {
      const { timer } = world.time;
      world.attempt(() => {
        if (what === 'stop') return timer.stop();
        if (what === 'resume') return timer.resume();
        const work = works[n];
        return work && timer.start(work, what === 'switch' ? 'timerSwitched' : 'timerStarted');
      });
      return 0;
    }),
);

const stopsEarlier = fc.double({ min: 0, max: 1, noNaN: true }).map(
  (share): Step =>
    step(`stop earlier ${share}`, (world) => {
      world.look();
      const running = world.running();
      if (!running) return 0;
      const now = world.settled();
      const at = running.startedAt + whole((now - running.startedAt) * share);
      return world.attempt(() => world.time.timer.stopAt(running.id, at)) ? at - now : 0;
    }),
);

const edits = fc.tuple(fc.nat(), fc.constantFrom('note', 'billable', 'category')).map(
  ([n, field]): Step =>
    step(`edit ${n} ${field}`, (world) => {
      const entry = pick(world.entries(), n);
      if (!entry) return 0;
      const change = {
        note: { note: `n${n % 3}` },
        billable: { billable: n % 2 === 0 },
        category: { category: 'key' as const },
      };
      world.attempt(() => world.time.handlers['time.change']({ id: entry.id, ...change[field as 'note'] }));
      const after = world.entries().find(({ id }) => id === entry.id);
      if (after && after.zone !== entry.zone) throw new Error('an edit changed what it was not asked to');
      return 0;
    }),
);

const splits = fc.tuple(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true })).map(
  ([n, share]): Step =>
    step(`split ${n} ${share}`, (world) => {
      world.look();
      const entry = pick(world.entries(), n);
      if (!entry) return 0;
      const end = entry.endedAt ?? world.settled();
      const at = entry.startedAt + whole((end - entry.startedAt) * share);
      world.attempt(() => world.time.handlers['time.split']({ id: entry.id, at }));
      return 0;
    }),
);

const merges = fc.nat().map(
  (n): Step =>
    step(`merge ${n}`, (world) => {
      world.look();
      const all = [...world.entries()].sort((a, b) => a.startedAt - b.startedAt);
      const pairs = all.slice(1).flatMap((entry, index) => {
        const before = all[index];
        return before?.endedAt === entry.startedAt ? [[before.id, entry.id]] : [];
      });
      const ids = pick(pairs, n);
      if (ids) world.attempt(() => world.time.handlers['time.merge']({ ids }));
      return 0;
    }),
);

const drags = fc.tuple(fc.nat(), fc.boolean(), fc.integer({ min: -3_600, max: 3_600 })).map(
  ([n, start, by]): Step =>
    step(`drag ${n} ${start} ${by}`, (world) => {
      const entry = pick(closed(world), n);
      if (!entry) return 0;
      const at = (start ? entry.startedAt : (entry.endedAt ?? 0)) + by * SECOND;
      const edge = start ? 'start' : 'end';
      const moved = world.attempt(() => world.time.handlers['time.moveEdge']({ id: entry.id, edge, at }));
      return moved ? long(moved as EntryView) - long(entry) : 0;
    }),
);

const deletes = fc.nat().map(
  (n): Step =>
    step(`delete ${n}`, (world) => {
      const entry = pick(closed(world), n);
      if (!entry) return 0;
      world.attempt(() => world.time.handlers['time.delete']({ ids: [entry.id] }));
      return -long(entry);
    }),
);

const answers = fc
  .tuple(
    fc.nat(),
    fc.constantFrom('keep', 'discard', 'stop', 'split', 'move'),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(
    ([n, answer, share]): Step =>
      step(`answer ${n} ${answer} ${share}`, (world) => {
        world.look();
        const gap = pick(world.openGaps(), n);
        if (!gap) return 0;
        const { handlers } = world.time;
        const { id } = gap;
        if (answer === 'discard') {
          world.attempt(() => handlers['time.answerGap']({ id, answer }));
          return -gapLong(gap);
        }
        if (answer === 'stop') {
          const running = world.running();
          const since = running ? world.settled() - running.startedAt : 0;
          // As well where the question does not propose it: the rule holds for any answer that is let through.
          const done = world.attempt(() => handlers['time.answerGap']({ id, answer }));
          if (done && world.running()) throw new Error('the timer was to be stopped');
          return done ? -gapLong(gap) - Math.max(0, since) : 0;
        }
        if (answer === 'keep') {
          const all = handlers['time.gaps'](undefined) as readonly OpenGap[];
          const open = all.find((one) => one.id === id);
          const taken = open?.taken.reduce((sum, { from, to }) => sum + to - from, 0) ?? 0;
          return world.attempt(() => handlers['time.answerGap']({ id, answer })) ? -taken : 0;
        }
        if (answer === 'move') {
          const from = gap.startedAt - whole(share * 24 * 60 * MINUTE);
          world.attempt(() => handlers['time.answerGap']({ id, answer, from }));
          return 0;
        }
        const cut = gap.startedAt + whole(gapLong(gap) * share);
        const work = works[n % 3];
        const pieces = [
          { from: gap.startedAt, to: cut, subject: work ?? null },
          { from: cut, to: gap.endedAt, subject: null },
        ].filter((piece) => piece.to > piece.from);
        const done = world.attempt(() => handlers['time.answerGap']({ id, answer: 'split', pieces }));
        return done ? cut - gap.endedAt : 0;
      }),
  );

const undoes = fc.boolean().map(
  (forward): Step =>
    step(forward ? 'redo' : 'undo', (world) => {
      const { store, around } = world.time;
      world.attempt(() => around(() => (forward ? store.redo() : store.undo())));
      return 'any';
    }),
);

/** Anything that may happen to tracked time, in any order. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: passes, weight: 6 },
  { arbitrary: timerUse, weight: 6 },
  { arbitrary: sleeps, weight: 2 },
  { arbitrary: restarts, weight: 2 },
  { arbitrary: idles, weight: 2 },
  { arbitrary: clockJumps, weight: 2 },
  { arbitrary: zones, weight: 1 },
  { arbitrary: stopsEarlier, weight: 1 },
  { arbitrary: edits, weight: 1 },
  { arbitrary: splits, weight: 2 },
  { arbitrary: merges, weight: 2 },
  { arbitrary: drags, weight: 2 },
  { arbitrary: deletes, weight: 1 },
  { arbitrary: answers, weight: 4 },
  { arbitrary: undoes, weight: 3 },
);
