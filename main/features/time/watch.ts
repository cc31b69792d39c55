import type { Look } from '#shared/domain/focus.ts';
import { BEAT, judge } from '#shared/domain/gap.ts';
import type { EntryView, StillWorking } from '#shared/ipc/time.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Power } from '../../ports/power.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Announce, Store } from '../../store/store.ts';
import { Absences } from './absences.ts';
import type { Beat, Beats } from './beats.ts';
import { LongRuns } from './long-runs.ts';
import { IDLE_STEP, Presence } from './presence.ts';
import type { Recorder } from './recorder.ts';
import type { TimeRepository } from './repository.ts';

/** After a silence, without input for longer than this the person is not back yet, milliseconds. */
const JUST_BACK = 5_000;

export interface WatchDeps {
  readonly store: Store;
  readonly entries: TimeRepository;
  readonly beats: Beats;
  readonly recorder: Recorder;
  readonly agenda: Agenda;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly power: Power;
  /** Names this run of the app. */
  readonly runId: string;
}

/** What an observation found: what runs, and the moment until which that is settled, UTC milliseconds. */
export interface Observed {
  readonly running: EntryView | null;
  readonly at: number;
}

interface Looking {
  /** A person acts: they are here, whatever the idle time says. */
  readonly acting?: boolean;
  /** The timer runs again because its stop was taken back. */
  readonly restarted?: boolean;
  /** The app is being closed in good order. */
  readonly closing?: boolean;
}

/**
 * Keeps a running timer honest: at every look it compares the clocks with the last sign of life, and what cannot have
 * been work, or may not have been, becomes a gap instead of time.
 */
export class TimerWatch {
  readonly #deps: WatchDeps;
  readonly #presence: Presence;
  readonly #absences: Absences;
  readonly #longRuns: LongRuns;
  /** The last sign of each entry that ran in this run of the app, for a stop or deletion that is taken back. */
  readonly #signs = new Map<string, number>();
  #uptime: number | null = null;
  #suspended = false;
  readonly #watchers: ((look: Look) => void)[] = [];

  constructor(deps: WatchDeps) {
    this.#deps = deps;
    this.#presence = new Presence(deps);
    this.#absences = new Absences({ ...deps, presence: this.#presence });
    this.#longRuns = new LongRuns(deps);
  }

  /** Tells of every look at a running timer, inside its transaction: what one keeps agrees with the entries for ever. */
  onLook(watcher: (look: Look) => void): void {
    this.#watchers.push(watcher);
  }

  /** The system says that it goes to sleep: what is known until now is settled. */
  suspend(): void {
    this.observe();
    this.#suspended = true;
  }

  /** Looks at the running timer, settles what happened since the last look and leaves a sign of life. */
  observe(how: Looking = {}): Observed {
    const { store, entries, clock } = this.#deps;
    const running = entries.running();
    if (!running) return { running: null, at: clock.now() };
    return store.write((announce) => this.#settle(running, how, announce));
  }

  /**
   * After something that may have put another entry in the running one's place, given what was observed before it:
   * work that ran all along goes on; a timer that runs again after a pause is asked about the pause.
   */
  adopt(before: Observed): void {
    const { store, entries, beats, clock } = this.#deps;
    const running = entries.running();
    if (!running) return;
    if (!before.running) {
      this.observe({ restarted: true });
      return;
    }
    const beat = beats.read();
    if (beat?.entryId === running.id) return;
    store.write(() => {
      store.onRollback(this.#memory(running.id));
      this.#save(running, { wall: before.at, monotonic: clock.monotonic() }, beat, {});
    });
  }

  /** A timer has just been started, inside the caller's transaction. */
  begin(entry: EntryView, at: number): void {
    const monotonic = this.#deps.clock.monotonic();
    this.#deps.store.onRollback(this.#memory(entry.id));
    this.#save(entry, { wall: at, monotonic }, null, {});
    this.#uptime = this.#deps.clock.uptime();
    this.#presence.acted(at);
    this.#tell({ at, monotonic, present: at, watched: false });
  }

  /** The question that is open, if it is still about what runs. */
  stillWorking(): StillWorking | null {
    return this.#longRuns.about(this.#deps.entries.running());
  }

  confirmWorking(id: string): void {
    if (this.#longRuns.confirm(id)) this.#deps.store.write((announce) => announce('time'));
  }

  /** How long until the next look is needed, milliseconds; null while nothing runs. */
  nextLook(): number | null {
    const { entries, beats, clock } = this.#deps;
    const running = entries.running();
    if (!running) return null;
    const away = beats.read()?.awaySince ?? null;
    if (away !== null) return 2_000;
    const limit = this.#presence.limit();
    if (limit === 0) return BEAT;
    const quietSince = Math.max(this.#presence.lastInput(clock.now()), running.startedAt);
    return Math.min(BEAT, Math.max(1_000, quietSince + limit - clock.now()));
  }

  /** Whether a look now would change nothing but the sign of life: the person is still away. */
  stillAway(): boolean {
    const { beats, clock } = this.#deps;
    const beat = beats.read();
    if (beat?.awaySince == null) return false;
    const since = clock.now() - beat.wall;
    return since >= 0 && since < BEAT && this.#presence.lastInput(clock.now()) <= beat.awaySince + IDLE_STEP;
  }

  #settle(running: EntryView, how: Looking, announce: Announce): Observed {
    const { beats, clock, recorder, runId, store } = this.#deps;
    store.onRollback(this.#memory(running.id));
    const beat = beats.read();
    const now = { wall: clock.now(), monotonic: clock.monotonic(), uptime: clock.uptime() };
    const last = {
      wall: this.#lastSign(running, beat),
      monotonic: beat?.monotonic ?? 0,
      uptime: this.#uptime,
      sameRun: beat?.entryId === running.id && beat.runId === runId && !how.restarted,
      closed: beat?.closed ?? true,
    };
    const verdict = judge(last, now, this.#suspended);
    if (how.acting) this.#presence.acted(now.wall);
    else this.#presence.assumeFrom(now.wall);
    let away = beat?.entryId === running.id ? beat.awaySince : null;
    let entry = running;
    let at: number;
    if (verdict.kind === 'steady') {
      at = verdict.at;
      entry = recorder.pass(entry, { from: last.wall, to: at });
      [entry, away] = this.#absences.seen(entry, away, last.wall, at, how.acting ?? false);
    } else if (verdict.kind === 'gap') {
      at = verdict.to;
      const cause = how.restarted ? 'stopped' : verdict.cause;
      entry = this.#absences.silence(entry, away, verdict, cause);
      const quiet = this.#presence.limit() > 0 && this.#presence.quiet() > JUST_BACK;
      const waiting = !how.acting && quiet && entry.startedAt === at;
      away = waiting ? at : null;
    } else {
      at = verdict.to;
      if (last.sameRun) entry = recorder.pass(entry, { from: last.wall, to: verdict.at });
      if (away !== null) entry = this.#absences.returned(entry, away, verdict.at, verdict.at);
      entry = recorder.setBack(entry, verdict.at, at);
      away = null;
    }
    const changed = entry.id !== running.id || entry.startedAt !== running.startedAt;
    const asked = away === null ? this.#longRuns.ask(entry, beat, at) : {};
    this.#save(entry, { wall: at, monotonic: now.monotonic }, beat, {
      awaySince: away,
      closed: how.closing ?? false,
      ...asked,
    });
    const watched = verdict.kind === 'steady' && last.sameRun && !this.#suspended;
    const present = how.acting ? at : this.#presence.until(away, at);
    this.#tell({ at, monotonic: now.monotonic, present, watched });
    this.#uptime = now.uptime;
    this.#suspended = false;
    if (changed || Object.keys(asked).length > 0) announce('time', entry.clientId);
    return { running: entry, at };
  }

  /** Puts back what is remembered now beside the rows: a look that could not be written down has not happened. */
  #memory(entryId: string): () => void {
    const sign = this.#signs.get(entryId);
    const [uptime, suspended] = [this.#uptime, this.#suspended];
    const others = [this.#presence.memory(), this.#longRuns.memory()];
    return () => {
      if (sign === undefined) this.#signs.delete(entryId);
      else this.#signs.set(entryId, sign);
      this.#uptime = uptime;
      this.#suspended = suspended;
      for (const putBack of others) putBack();
    };
  }

  #tell(look: Look): void {
    for (const watcher of this.#watchers) watcher(look);
  }

  #lastSign(running: EntryView, beat: Beat | null): number {
    if (beat?.entryId === running.id) return beat.wall;
    return this.#signs.get(running.id) ?? Math.max(running.startedAt, beat?.wall ?? 0);
  }

  #save(
    entry: EntryView,
    clocks: { readonly wall: number; readonly monotonic: number },
    before: Beat | null,
    changes: Partial<Beat>,
  ): void {
    const same = before?.entryId === entry.id;
    this.#signs.set(entry.id, clocks.wall);
    this.#deps.beats.save({
      entryId: entry.id,
      runId: this.#deps.runId,
      closed: false,
      awaySince: null,
      askedMidnight: same ? before.askedMidnight : false,
      askedLength: same ? before.askedLength : false,
      ...clocks,
      ...changes,
    });
  }
}
