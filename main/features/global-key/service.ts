import { errorFacts } from '#shared/domain/error-facts.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { GlobalKeyView } from '#shared/ipc/global-key.ts';
import type { EntryView } from '#shared/ipc/time.ts';
import type { GlobalKeys } from '../../ports/global-keys.ts';
import type { Logger } from '../../ports/logger.ts';
import type { MainWindow } from '../../ports/main-window.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Words } from '../../ports/words.ts';
import type { ChangeFeed } from '../../store/change-feed.ts';

/** The timer as far as one key needs it. */
export interface KeyTimer {
  running(): EntryView | null;
  stop(): EntryView | null;
  /** Throws when there is nothing to resume. */
  resume(): EntryView;
}

export interface GlobalKeyDeps {
  readonly globalKeys: GlobalKeys;
  readonly settings: Settings;
  readonly feed: ChangeFeed;
  readonly timer: KeyTimer;
  readonly window: MainWindow;
  readonly words: Words;
  readonly logger: Logger;
}

/** One key for the timer from anywhere: it stops what runs, else goes on with the last. */
export class GlobalKeyService {
  readonly #deps: GlobalKeyDeps;
  #held: string | null = null;

  constructor(deps: GlobalKeyDeps) {
    this.#deps = deps;
  }

  start(): void {
    const keys = this.#deps.settings.get('timerKey');
    if (keys) this.#take(keys);
  }

  stop(): void {
    this.#deps.globalKeys.release();
    this.#held = null;
  }

  get(): GlobalKeyView {
    const { settings, globalKeys } = this.#deps;
    const keys = settings.get('timerKey');
    const state = keys === null ? 'off' : this.#held === keys ? 'on' : 'refused';
    return { keys, state, uncertain: globalKeys.uncertain };
  }

  /** Throws `invalid_input` at `keys` when the system refuses the combination; the one before it is held again. */
  choose(keys: string | null): GlobalKeyView {
    const { settings, feed } = this.#deps;
    const before = this.#held;
    if (keys === null) this.stop();
    else if (keys !== before && !this.#take(keys)) {
      if (before) this.#take(before);
      throw invalidField('keys', 'globalKey.taken');
    }
    settings.set('timerKey', keys);
    feed.publish([{ topic: 'settings', clientId: null }]);
    return this.get();
  }

  #take(keys: string): boolean {
    const taken = this.#deps.globalKeys.take(keys, () => this.#toggle());
    this.#held = taken ? keys : null;
    return taken;
  }

  /** Tells in the window if it is in sight; else the tray is told by the change itself. */
  #toggle(): void {
    const { timer, window, words, logger } = this.#deps;
    try {
      if (timer.running()) {
        timer.stop();
        window.say(words.text('time:said.stopped'));
      } else {
        const { clientName, taskTitle, note } = timer.resume();
        const what = [clientName, taskTitle ?? note].filter(Boolean).join(' · ');
        window.say(words.text('time:said.started', { what }));
      }
    } catch (error) {
      // Nothing was tracked yet, or its client is gone: the window is where to choose.
      if (error instanceof AppError) window.show('#/time');
      else logger.error('globalKey.toggle', errorFacts(error));
    }
  }
}
