import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { CountingIds, FakeClock } from '#test/support/clock.ts';
import { openFocus } from '#test/support/focus.ts';
import { addClients, boardPack, fjord, newsletter, northwind } from '#test/support/time.ts';

const second = 1_000;

/** What rounds of focus are started on. */
export const work = { clientId: northwind, taskId: newsletter };
export const other = { clientId: fjord, taskId: boardPack };

/** The app with focus, timer and two clients, opened before each test of a file and gone after it. */
export class FocusScene {
  app!: ReturnType<typeof openFocus>;
  clock!: FakeClock;
  #folder = '';
  #ids!: CountingIds;

  constructor() {
    beforeEach(() => {
      this.#folder = mkdtempSync(join(tmpdir(), 'clientele-focus-'));
      this.clock = new FakeClock();
      this.#ids = new CountingIds();
      this.#open();
      addClients(this.app.store);
      this.#begin();
    });
    afterEach(() => {
      this.app.store.close();
      rmSync(this.#folder, { recursive: true });
    });
  }

  #open(): void {
    this.app = openFocus(join(this.#folder, 'focus.db'), this.clock, this.#ids);
  }

  #begin(): void {
    this.app.pulse.settle();
    this.app.pulse.start();
    this.app.feature.start();
  }

  pass = (milliseconds: number) => this.app.clockwork.pass(milliseconds);
  round = () => this.app.focus.get().round;
  phase = () => this.round()?.phase ?? null;
  /** Milliseconds of the round that are credited by now, with what the clock says still to come. */
  credited = () => this.app.focus.current()?.credited ?? null;
  shown = () => this.app.notifier.titles();

  /** Nobody touches the computer from now on, until `back`. */
  rest = () => {
    const from = this.clock.uptime();
    this.app.power.idle = () => (this.clock.uptime() - from) / second;
  };
  back = () => {
    this.app.power.idle = 0;
  };

  /** The app ends, in good order or not, and is started again after a while. */
  restart = (away: number, inGoodOrder: boolean) => {
    const { power } = this.app;
    this.app.feature.stop();
    if (inGoodOrder) this.app.pulse.stop();
    this.app.store.close();
    this.clock.advance(away);
    this.#open();
    this.app.power.idle = power.idle;
    this.#begin();
  };
}
