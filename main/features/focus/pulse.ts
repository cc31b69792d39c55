import { MINUTE } from '#shared/domain/duration.ts';
import { errorFacts } from '#shared/domain/error-facts.ts';
import { type Focus, standsUntil } from '#shared/domain/focus.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { MainWindow } from '../../ports/main-window.ts';
import type { Notifier } from '../../ports/notifier.ts';
import type { Power } from '../../ports/power.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Timer } from '../../ports/timer.ts';
import type { Words } from '../../ports/words.ts';
import type { ChangeFeed } from '../../store/change-feed.ts';
import type { FocusService, FocusTimer } from './service.ts';

/** Idle time is told in whole seconds; no look comes sooner, milliseconds. */
const STEP = 1_000;
/** After a check that failed, milliseconds until the next. */
const RETRY = 30_000;

export interface FocusPulseDeps {
  readonly focus: FocusService;
  readonly work: FocusTimer;
  readonly feed: ChangeFeed;
  readonly power: Power;
  readonly timer: Timer;
  readonly clock: Clock;
  readonly agenda: Agenda;
  readonly notifier: Notifier;
  readonly settings: Settings;
  readonly words: Words;
  readonly window: MainWindow;
  readonly logger: Logger;
}

/** Has the timer looked at when a round ends, ends breaks, and tells of both once; sleeps while there is neither. */
export class FocusPulse {
  readonly #deps: FocusPulseDeps;
  readonly #endings: (() => void)[] = [];
  #cancel = () => {};
  #checking = false;

  constructor(deps: FocusPulseDeps) {
    this.#deps = deps;
  }

  start(): void {
    const { feed, power } = this.#deps;
    this.#endings.push(
      feed.subscribe((changes) => {
        if (changes.some(({ topic }) => topic === 'focus' || topic === 'time' || topic === 'settings'))
          this.#check();
      }),
      power.onReturn(() => this.#check()),
    );
    this.#check();
  }

  stop(): void {
    for (const end of this.#endings.splice(0)) end();
    this.#cancel();
  }

  #check(): void {
    // What a check itself announces is part of it.
    if (this.#deps.focus.busy || this.#checking) return;
    this.#cancel();
    this.#checking = true;
    const fine = this.#try(() => {
      const focus = this.#deps.focus.reconcile();
      const meeting = focus && this.#tell(focus);
      this.#plan(focus, meeting);
    });
    this.#checking = false;
    if (!fine) this.#after(RETRY, () => this.#check());
  }

  #plan(focus: Focus | null, meetingEnds: number | null): void {
    const { work, clock } = this.#deps;
    const now = clock.now();
    const end = focus && this.#deps.focus.endsAt(focus);
    const until = focus && standsUntil(focus, work.running() !== null);
    if (meetingEnds !== null) this.#after(meetingEnds - now, () => this.#check());
    else if (end !== null) this.#after(end - now, () => this.#look());
    // A clock that is set meanwhile is noticed within a minute.
    else if (until !== null) this.#after(Math.min(until - now, MINUTE), () => this.#check());
  }

  /** The round has been worked through if somebody is there; who is not is looked for each second. */
  #look(): void {
    const { focus, work, power, clock } = this.#deps;
    const seen = focus.seenUntil() ?? 0;
    const input = clock.now() - power.idleSeconds() * 1_000;
    const always = this.#deps.settings.get('idleMinutes') === 0;
    if (always || input > seen + STEP) this.#try(() => work.observe({ acting: false }));
    this.#check();
  }

  #after(wait: number, work: () => void): void {
    this.#cancel();
    this.#cancel = this.#deps.timer.after(Math.max(STEP, wait), work);
  }

  /** Once for each end, and not into a meeting: answers when that is over, UTC milliseconds, else null. */
  #tell(focus: Focus): number | null {
    if (focus.told || (focus.phase !== 'done' && focus.phase !== 'rested')) return null;
    const meeting = this.#meetingEnds();
    if (meeting !== null) return meeting;
    // Kept before it is shown: it may be missed after a crash, it never comes twice.
    this.#deps.focus.setTold(focus);
    if (this.#deps.settings.get('focusNotify')) this.#show(focus.phase);
    return null;
  }

  #show(phase: 'done' | 'rested'): void {
    const { notifier, words, focus, window } = this.#deps;
    const text = (key: string) => words.text(`focus:${key}`);
    const go = { id: 'goOn', text: text(phase === 'done' ? 'goOn' : 'resume') };
    notifier.show({
      title: text(`told.${phase}`),
      body: text(`told.${phase}Text`),
      actions: phase === 'done' ? [{ id: 'rest', text: text('startBreak') }, go] : [go],
      onAction: (action) =>
        this.#try(() => {
          // Meanwhile it may have been answered in the window.
          const still = focus.current()?.phase === phase;
          if (still && action === 'rest') focus.rest();
          else if (still && action === 'goOn') focus.goOn();
          else window.show();
        }),
    });
  }

  #meetingEnds(): number | null {
    const { agenda, clock } = this.#deps;
    const now = clock.now();
    const ends = agenda
      .between(now, now + 1, clock.zone(), null)
      .filter(({ allDay, meetingUrl, end }) => !allDay && meetingUrl !== null && end > now)
      .map(({ end }) => end);
    return ends.length > 0 ? Math.max(...ends) : null;
  }

  /** @returns whether it went well; what did not is logged. */
  #try(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      this.#deps.logger.error('focus.pulse', errorFacts(error));
      return false;
    }
  }
}
