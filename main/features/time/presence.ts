import { MINUTE } from '#shared/domain/duration.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Power } from '../../ports/power.ts';
import type { Settings } from '../../ports/settings.ts';

/** Idle time is told in whole seconds; milliseconds. */
export const IDLE_STEP = 1_000;

export interface PresenceDeps {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly power: Power;
}

/** Until when the person was surely at the computer. All instants are UTC milliseconds. */
export class Presence {
  readonly #deps: PresenceDeps;
  /** When they were surely here last, whatever the idle time says: they started the app, or did something in it. */
  #since: number | null = null;

  constructor(deps: PresenceDeps) {
    this.#deps = deps;
  }

  /** So long without input is not asked about, milliseconds; 0 never asks. */
  limit(): number {
    return this.#deps.settings.get('idleMinutes') * MINUTE;
  }

  /** Milliseconds without input by now, as far as the system tells. */
  quiet(): number {
    return this.#deps.power.idleSeconds() * 1_000;
  }

  lastInput(now: number): number {
    return Math.max(now - this.quiet(), this.#since ?? 0);
  }

  /** Nobody was here since `away`, null while they are here: until when was somebody? May be one second more. */
  until(away: number | null, at: number): number {
    if (this.limit() === 0) return at;
    const input = at - this.quiet() - IDLE_STEP;
    return Math.min(Math.max(input, this.#since ?? 0), away ?? at, at);
  }

  /** They do something in the app. */
  acted(at: number): void {
    this.#since = at;
  }

  /** The app has just been started, or the clock was set back: they are taken to be here. */
  assumeFrom(now: number): void {
    if (this.#since === null || this.#since > now) this.#since = now;
  }

  /** Puts back what is remembered now. */
  memory(): () => void {
    const since = this.#since;
    return () => {
      this.#since = since;
    };
  }
}
