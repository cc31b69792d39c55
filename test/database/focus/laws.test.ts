import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/duration.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { CountingIds, FakeClock } from '#test/support/clock.ts';
import { openFocus } from '#test/support/focus.ts';
import { runs } from '#test/support/runs.ts';
import { addClients, fjord, northwind } from '#test/support/time.ts';

const SECOND = 1_000;
const LIMIT = 2 * MINUTE;
const folder = mkdtempSync(join(tmpdir(), 'clientele-focus-laws-'));
afterAll(() => rmSync(folder, { recursive: true }));
const replay = process.env.SEED ? { seed: Number(process.env.SEED), path: process.env.SEED_PATH ?? '' } : {};

/** A computer and a person, and how long that person really worked while a timer ran. */
class World {
  readonly clock = new FakeClock();
  readonly #ids = new CountingIds();
  readonly #file: string;
  #round = 0;
  app: ReturnType<typeof openFocus>;
  worked = 0;

  constructor(file: string) {
    this.#file = file;
    for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
    this.app = this.#open();
    addClients(this.app.store);
    this.#begin();
  }

  restart(away: number, inGoodOrder: boolean): void {
    this.app.feature.stop();
    if (inGoodOrder) this.app.pulse.stop();
    this.app.store.close();
    this.clock.advance(away);
    this.app = this.#open();
    this.#begin();
  }

  /** Time passes with somebody at the keyboard, or nobody. */
  pass(ms: number, there: boolean): void {
    if (!there) {
      const from = this.clock.uptime();
      this.app.power.idle = () => (this.clock.uptime() - from) / SECOND;
    }
    if (this.app.timer.running() && (there || ms < LIMIT)) this.worked += ms;
    this.app.clockwork.pass(ms);
    this.app.power.idle = 0;
    if (!there) this.app.power.resume();
  }

  /** What is credited now: rounds worked through, and the one there is or that a break put an end to. */
  credited(): number {
    const { sql } = this.app.store;
    const finished = sql.prepare('SELECT coalesce(sum(length), 0) FROM focus_rounds').pluck().get() as number;
    const current = this.app.focus.current();
    if (current?.phase === 'work') this.#round = current.credited;
    // Taking back the stop for the break goes on with it: that credits nothing anew.
    else if (current?.phase !== 'break' && current?.phase !== 'rested') this.#round = 0;
    return finished + this.#round;
  }

  /** Milliseconds in entries, the running one as far as it is settled. */
  tracked(): number {
    const { sql } = this.app.store;
    const beat = sql.prepare('SELECT wall FROM timer_beat').pluck().get() as number | undefined;
    const settled = Math.max(beat ?? 0, this.clock.now());
    const spans = sql.prepare('SELECT started_at, ended_at FROM time_entries').raw().all();
    return (spans as [number, number | null][]).reduce(
      (sum, [from, to]) => sum + Math.max(0, (to ?? settled) - from),
      0,
    );
  }

  #open() {
    const app = openFocus(this.#file, this.clock, this.#ids);
    app.preferences.idleMinutes = LIMIT / MINUTE;
    app.preferences.focusMinutes = 3;
    app.preferences.focusBreakMinutes = 1;
    return app;
  }

  #begin(): void {
    this.app.pulse.settle();
    this.app.pulse.start();
    this.app.feature.start();
  }
}

/** The person says that the timer should have been stopped before. */
function stopHalfway({ timer, clock }: World['app']): void {
  const running = timer.running();
  if (running) timer.stopAt(running.id, Math.floor((running.startedAt + clock.now()) / 2));
}

function deleteLast({ timer, handlers }: World['app']): void {
  const gone = timer.running() ?? timer.last();
  if (gone) handlers['time.delete']({ ids: [gone.id] });
}

type Step = { readonly name: string; run(world: World): void };
const step = (name: string, run: Step['run']): Step =>
  ({ name, run, [fc.toStringMethod]: () => name }) as Step;
const stretch = (most: number) =>
  fc.double({ min: 0, max: 1, noNaN: true }).map((x) => Math.round(1 + (x ** 3 * most) / SECOND) * SECOND);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: stretch(5 * MINUTE).map((ms) => step(`work ${ms}`, (w) => w.pass(ms, true))), weight: 6 },
  { arbitrary: stretch(9 * MINUTE).map((ms) => step(`idle ${ms}`, (w) => w.pass(ms, false))), weight: 3 },
  {
    arbitrary: fc.tuple(stretch(80 * MINUTE), fc.boolean(), fc.boolean()).map(([ms, announced, goesOn]) =>
      step(`sleep ${ms} ${announced} ${goesOn}`, (w) => {
        if (announced) w.app.power.suspend();
        w.clock.sleep(ms, goesOn && announced);
        w.app.power.resume();
      }),
    ),
    weight: 2,
  },
  {
    arbitrary: fc
      .tuple(stretch(70 * MINUTE), fc.boolean())
      .map(([ms, fine]) => step(`restart ${ms} ${fine}`, (w) => w.restart(ms, fine))),
    weight: 2,
  },
  {
    arbitrary: fc.tuple(stretch(90 * MINUTE), fc.boolean()).map(([ms, back]) =>
      step(`clock ${back ? -ms : ms}`, (w) => {
        w.clock.shift(back ? -ms : ms);
        w.app.power.resume();
      }),
    ),
    weight: 2,
  },
  {
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'begin',
          'pause',
          'goOn',
          'rest',
          'end',
          'start',
          'switch',
          'stop',
          'earlier',
          'delete',
          'undo',
          'redo',
        ),
        fc.constantFrom(northwind, fjord),
      )
      .map(([what, clientId]) =>
        step(`${what} ${clientId.slice(-4)}`, ({ app }) => {
          if (what === 'begin') app.focus.start({ clientId });
          else if (what === 'pause') app.focus.pause();
          else if (what === 'goOn') app.focus.goOn();
          else if (what === 'rest') app.focus.rest();
          else if (what === 'end') app.focus.end();
          else if (what === 'stop') app.timer.stop();
          else if (what === 'earlier') stopHalfway(app);
          else if (what === 'delete') deleteLast(app);
          else if (what === 'undo') app.around(() => app.store.undo());
          else if (what === 'redo') app.around(() => app.store.redo());
          else app.timer.start({ clientId }, what === 'switch' ? 'timerSwitched' : 'timerStarted');
        }),
      ),
    weight: 8,
  },
);

describe('focus', () => {
  it('never credits more than was worked, whatever happens in whatever order', () => {
    let run = 0;
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 5, maxLength: 40 }), (steps) => {
        const world = new World(join(folder, `laws-${run++ % 4}.db`));
        // What rounds that were given up had been credited can be seen nowhere any more: it only grows.
        let most = 0;
        let before = 0;
        let edited = false;
        try {
          world.app.focus.start({ clientId: northwind });
          for (const one of steps) {
            try {
              one.run(world);
            } catch (error) {
              if (!(error instanceof AppError)) throw error;
            }
            const credited = world.credited();
            most += Math.max(0, credited - before);
            before = credited;
            expect(most, `${one.name}: more than was worked`).toBeLessThanOrEqual(world.worked);
            const tracked = world.tracked();
            const round = world.app.focus.current()?.credited ?? 0;
            expect(round, `${one.name}: more than is left`).toBeLessThanOrEqual(tracked);
            edited ||= /^(undo|redo|earlier|delete)/.test(one.name);
            if (!edited) expect(most, `${one.name}: more than is tracked`).toBeLessThanOrEqual(tracked);
          }
        } finally {
          world.app.store.close();
        }
      }),
      { numRuns: runs(40, 1_000), ...replay },
    );
  }, 600_000);
});
