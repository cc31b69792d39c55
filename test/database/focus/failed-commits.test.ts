import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/duration.ts';
import { FakeClock } from '#test/support/clock.ts';
import { openFocus } from '#test/support/focus.ts';
import { addClients, newsletter, northwind } from '#test/support/time.ts';

const SECOND = 1_000;
let app: ReturnType<typeof openFocus>;
let errors: string[];

beforeEach(() => {
  errors = [];
  app = openFocus(undefined, new FakeClock(), undefined, (event) => errors.push(event));
  addClients(app.store);
});
afterEach(() => app.store.close());

/** Lets every change of rounds fail, inside the transaction that it is part of, until the answer is called. */
function refuseRounds(): () => void {
  app.store.sql.exec(
    "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.focus BEGIN SELECT RAISE(ABORT, 'refused'); END",
  );
  return () => void app.store.sql.exec('DROP TRIGGER refuse');
}

const credited = () => app.focus.current()?.credited ?? null;

describe('a look that could not be written down', () => {
  it('takes nothing from the round: the next one credits what it would have', () => {
    app.timer.start({ clientId: northwind, taskId: newsletter });
    app.focus.start();
    app.clock.advance(40 * SECOND);
    app.watch.observe({ acting: true });
    expect(credited()).toBe(40 * SECOND);

    const allow = refuseRounds();
    app.clock.advance(40 * SECOND);
    expect(() => app.watch.observe({ acting: true })).toThrow();
    allow();

    app.clock.advance(20 * SECOND);
    app.watch.observe({ acting: true });
    expect(credited()).toBe(100 * SECOND);
    expect(app.timer.running()).not.toBeNull();
  });

  it('does not forget that the computer slept', async () => {
    app.timer.start({ clientId: northwind, taskId: newsletter });
    app.clock.advance(MINUTE);
    app.watch.suspend();
    app.clock.sleep(180 * MINUTE);
    const failing = () =>
      app.store.write(() => {
        app.watch.observe({ acting: true });
        throw new Error('the disk is full');
      });
    expect(failing).toThrow();
    app.watch.observe({ acting: true });
    const gap = (await app.handlers['time.gaps'](undefined)).at(-1);
    expect(gap).toMatchObject({ cause: 'sleep' });
    expect((gap?.endedAt ?? 0) - (gap?.startedAt ?? 0)).toBe(180 * MINUTE);
  });
});

describe('a check of the round that failed', () => {
  it('is made again after a while, so that its end is told', () => {
    app.feature.start();
    app.pulse.start();
    app.timer.start({ clientId: northwind, taskId: newsletter });
    app.focus.start();
    app.clockwork.pass(25 * MINUTE - 10 * SECOND);
    // Seconds before the end it can be credited, but not kept as told.
    app.store.sql.exec(`CREATE TEMP TRIGGER refuse_told BEFORE INSERT ON main.focus
      WHEN NEW.told = 1 AND NEW.phase = 'done'
      BEGIN SELECT RAISE(ABORT, 'refused'); END`);
    app.clockwork.pass(15 * SECOND);
    expect(app.focus.get().round?.phase).toBe('done');
    expect(errors).toContain('focus.pulse');
    expect(app.notifier.titles()).toEqual([]);

    app.store.sql.exec('DROP TRIGGER refuse_told');
    app.clockwork.pass(30 * SECOND);
    expect(app.notifier.titles()).toEqual(['focus:told.done']);
  });
});
