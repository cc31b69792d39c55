import { AppError } from '#shared/ipc/errors.ts';
import type { StillWorking } from '#shared/ipc/time.ts';
import type { Logger } from '../../ports/logger.ts';
import type { MainWindow } from '../../ports/main-window.ts';
import type { Notifier } from '../../ports/notifier.ts';
import type { Power } from '../../ports/power.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Timer } from '../../ports/timer.ts';
import type { Words } from '../../ports/words.ts';
import type { ChangeFeed } from '../../store/change-feed.ts';
import type { TimerWatch } from './watch.ts';

export interface PulseDeps {
  readonly watch: TimerWatch;
  readonly feed: ChangeFeed;
  readonly power: Power;
  readonly timer: Timer;
  readonly notifier: Notifier;
  readonly window: MainWindow;
  readonly settings: Settings;
  readonly words: Words;
  readonly logger: Logger;
  readonly stopTimer: () => void;
}

/** After a look that failed, milliseconds until the next. */
const retry = 30_000;

/** Has the watch look every so often while a timer runs, and when the computer comes and goes; sleeps otherwise. */
export class TimerPulse {
  readonly #deps: PulseDeps;
  readonly #endings: (() => void)[] = [];
  #cancel = () => {};
  #told: string | null = null;

  constructor(deps: PulseDeps) {
    this.#deps = deps;
  }

  /** Settles what happened while the app was closed, before anyone looks at it. */
  settle(): void {
    this.#try(() => this.#deps.watch.observe());
  }

  start(): void {
    const { feed, power, watch } = this.#deps;
    this.#endings.push(
      feed.subscribe((changes) => {
        if (changes.some(({ topic }) => topic === 'time' || topic === 'settings')) this.#plan();
      }),
      power.onSuspend(() => this.#try(() => watch.suspend())),
      power.onReturn(() => this.#look()),
    );
    this.#look();
  }

  /** The app is being closed in good order: the last sign of life says so. */
  stop(): void {
    for (const end of this.#endings.splice(0)) end();
    this.#cancel();
    this.#try(() => this.#deps.watch.observe({ closing: true }));
  }

  #look(): void {
    const { watch } = this.#deps;
    const fine = this.#try(() => {
      if (!watch.stillAway()) watch.observe();
      this.#ask(watch.stillWorking());
    });
    this.#plan(fine ? undefined : retry);
  }

  #plan(wait: number | null = this.#deps.watch.nextLook()): void {
    this.#cancel();
    this.#cancel = wait === null ? () => {} : this.#deps.timer.after(wait, () => this.#look());
  }

  /** A question is told once as a notification too; the window shows it until it is answered. */
  #ask(question: StillWorking | null): void {
    const key = question && `${question.entry.id} ${question.why}`;
    if (!question || key === this.#told) return;
    this.#told = key;
    const { notifier, settings, words, window, watch, stopTimer } = this.#deps;
    const { entry, why } = question;
    const named = settings.get('notificationDetails');
    const what = entry.taskTitle ?? (entry.note || entry.clientName);
    notifier.show({
      title: named ? words.text('time:still.title', { what }) : words.text('time:still.question'),
      body: words.text(`time:still.${why}`, { count: settings.get('longTimerHours') }),
      actions: [
        { id: 'yes', text: words.text('time:still.yes') },
        { id: 'stop', text: words.text('time:still.stop') },
      ],
      onAction: (action) => {
        if (watch.stillWorking()?.entry.id !== entry.id) return window.show('#/time');
        if (action === 'yes') watch.confirmWorking(entry.id);
        else if (action === 'stop') stopTimer();
        else window.show('#/time');
      },
    });
  }

  #try(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      this.#deps.logger.error('time.watch', { code: error instanceof AppError ? error.code : 'unknown' });
      return false;
    }
  }
}
