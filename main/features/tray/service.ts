import { errorFacts } from '#shared/domain/error-facts.ts';
import type { Topic } from '#shared/ipc/topics.ts';
import type { Logger } from '../../ports/logger.ts';
import type { MainWindow } from '../../ports/main-window.ts';
import type { Power } from '../../ports/power.ts';
import type { Timer } from '../../ports/timer.ts';
import type { Tray, TrayItem } from '../../ports/tray.ts';
import type { Words } from '../../ports/words.ts';
import type { ChangeFeed } from '../../store/change-feed.ts';
import { type FocusStep, type TrayAction, type TrayEntry, type TrayFacts, trayModel } from './model.ts';

export interface TrayDeps {
  readonly tray: Tray;
  readonly feed: ChangeFeed;
  readonly window: MainWindow;
  readonly words: Words;
  readonly power: Power;
  readonly timer: Timer;
  readonly logger: Logger;
  /** Looked up anew each time. `until` is when the facts go stale by themselves, milliseconds from now. */
  readonly facts: () => TrayFacts & { readonly staleIn: number };
  /** Goes on with what was tracked last. */
  readonly resumeTimer: () => void;
  /** Puts the timer on this; what runs ends. */
  readonly startTimer: (work: { readonly clientId: string; readonly taskId: string | null }) => void;
  readonly stopTimer: () => void;
  /** Does this about the round of focus. */
  readonly focus: (step: FocusStep) => void;
}

const relevant: readonly Topic[] = ['time', 'focus', 'tasks', 'clients', 'calendar', 'settings'];
/**
 * Changes come in bursts (a sync, a bulk edit); the menu follows once they pause, milliseconds. At the start it leaves
 * the first view its turn.
 */
const pause = 250;
/** After a look that failed, milliseconds until the next; the menu stays as it was. */
const retry = 30_000;

/** Keeps the tray's menu true: after changes, after sleep, and when an event begins or the day ends. */
export class TrayService {
  readonly #deps: TrayDeps;
  readonly #endings: (() => void)[] = [];
  #cancel = () => {};
  #started = false;
  #shown = '';

  constructor(deps: TrayDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#started = true;
    const { feed, power } = this.#deps;
    this.#endings.push(
      feed.subscribe((changes) => {
        if (changes.some(({ topic }) => relevant.includes(topic))) this.#refreshIn(pause);
      }),
      power.onReturn(() => this.#refreshIn(pause)),
    );
    this.#refreshIn(pause);
  }

  /** Whether a hidden window could be brought back by the tray. One that is still to come is shown at once. */
  standing(): boolean {
    if (this.#started && this.#shown === '') this.#refresh();
    return this.#deps.tray.present();
  }

  stop(): void {
    this.#started = false;
    for (const end of this.#endings.splice(0)) end();
    this.#cancel();
    this.#deps.tray.remove();
  }

  #refreshIn(milliseconds: number): void {
    this.#cancel();
    this.#cancel = this.#deps.timer.after(milliseconds, () => this.#refresh());
  }

  #refresh(): void {
    let wait = retry;
    try {
      wait = this.#show();
    } catch (error) {
      this.#deps.logger.error('tray.refresh', errorFacts(error));
    }
    this.#refreshIn(wait);
  }

  /** @returns when that goes stale by itself, milliseconds from now. */
  #show(): number {
    const { facts, words, tray, window } = this.#deps;
    const { staleIn, ...now } = facts();
    const model = trayModel(now, words);
    const shown = JSON.stringify(model);
    if (shown !== this.#shown) {
      const items = model.entries.map((entry) => this.#itemOf(entry));
      tray.show({ tooltip: model.tooltip, items }, () => window.show());
      this.#shown = shown;
    }
    return staleIn;
  }

  #itemOf(entry: TrayEntry): TrayItem {
    if (entry === null) return { kind: 'line' };
    const { label } = entry;
    if ('entries' in entry) {
      return { kind: 'menu', label, items: entry.entries.map((inner) => this.#itemOf(inner)) };
    }
    const { action } = entry;
    return { kind: 'item', label, ...(action ? { run: () => this.#run(action) } : {}) };
  }

  #run(action: TrayAction): void {
    const { window, resumeTimer, startTimer, stopTimer, focus } = this.#deps;
    if (action.kind === 'stop') stopTimer();
    else if (action.kind === 'resume') resumeTimer();
    else if (action.kind === 'start') startTimer(action);
    else if (action.kind === 'focus') focus(action.step);
    else if (action.kind === 'review') window.run('time.review');
    else if (action.kind === 'today') window.show('#/today');
    else if (action.kind === 'quit') window.quit();
    else window.show();
  }
}
