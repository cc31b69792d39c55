import type { Topic } from '#shared/ipc/topics.ts';
import type { MainWindow } from '../../ports/main-window.ts';
import type { Power } from '../../ports/power.ts';
import type { Timer } from '../../ports/timer.ts';
import type { Tray } from '../../ports/tray.ts';
import type { Words } from '../../ports/words.ts';
import type { ChangeFeed } from '../../store/change-feed.ts';
import { type TrayAction, type TrayFacts, trayModel } from './model.ts';

export interface TrayDeps {
  readonly tray: Tray;
  readonly feed: ChangeFeed;
  readonly window: MainWindow;
  readonly words: Words;
  readonly power: Power;
  readonly timer: Timer;
  /** Looked up anew each time. `until` is when the facts go stale by themselves, milliseconds from now. */
  readonly facts: () => TrayFacts & { readonly staleIn: number };
  readonly startTimer: () => void;
  readonly stopTimer: () => void;
}

const relevant: readonly Topic[] = ['time', 'tasks', 'clients', 'calendar', 'settings'];
/** Changes come in bursts (a sync, a bulk edit); the menu follows once they pause, milliseconds. */
const pause = 250;

/** Keeps the tray's menu true: after changes, after sleep, and when an event begins or the day ends. */
export class TrayService {
  readonly #deps: TrayDeps;
  readonly #endings: (() => void)[] = [];
  #cancel = () => {};
  #shown = '';

  constructor(deps: TrayDeps) {
    this.#deps = deps;
  }

  start(): void {
    const { feed, power } = this.#deps;
    this.#endings.push(
      feed.subscribe((changes) => {
        if (changes.some(({ topic }) => relevant.includes(topic))) this.#refreshIn(pause);
      }),
      power.onReturn(() => this.#refreshIn(pause)),
    );
    this.#refresh();
  }

  stop(): void {
    for (const end of this.#endings.splice(0)) end();
    this.#cancel();
    this.#deps.tray.remove();
  }

  #refreshIn(milliseconds: number): void {
    this.#cancel();
    this.#cancel = this.#deps.timer.after(milliseconds, () => this.#refresh());
  }

  #refresh(): void {
    const { facts, words, tray, window } = this.#deps;
    const { staleIn, ...now } = facts();
    const model = trayModel(now, words);
    const shown = JSON.stringify(model);
    if (shown !== this.#shown) {
      this.#shown = shown;
      const items = model.entries.map((entry) => {
        if (entry === null) return { kind: 'line' as const };
        const { label, action } = entry;
        return { kind: 'item' as const, label, ...(action ? { run: () => this.#run(action) } : {}) };
      });
      tray.show({ tooltip: model.tooltip, items }, () => window.show());
    }
    this.#refreshIn(staleIn);
  }

  #run(action: TrayAction): void {
    const { window, startTimer, stopTimer } = this.#deps;
    if (action === 'stop') stopTimer();
    else if (action === 'start') startTimer();
    else if (action === 'today') window.show('#/today');
    else if (action === 'quit') window.quit();
    else window.show();
  }
}
