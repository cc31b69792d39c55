import type { focusContract } from '#shared/ipc/focus.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';
import { FocusPulse, type FocusPulseDeps } from './pulse.ts';
import { FocusRepository } from './repository.ts';
import { FocusService } from './service.ts';

export interface FocusFeature {
  readonly handlers: Handlers<typeof focusContract>;
  readonly focus: FocusService;
  /** What a person does from elsewhere, such as the tray. Throws as the method does. */
  step(step: 'start' | 'pause' | 'continue' | 'rest' | 'resume'): void;
  start(): void;
  stop(): void;
}

/** Makes rounds of focus over the timer and binds them to the contract. */
export function focusFeature(
  deps: Omit<FocusPulseDeps, 'focus' | 'feed'> & { readonly store: Store },
): FocusFeature {
  const focus = new FocusService({ ...deps, rows: new FocusRepository(deps.store.sql) });
  const pulse = new FocusPulse({ ...deps, focus, feed: deps.store.feed });
  return {
    focus,
    step(step) {
      if (step === 'start') focus.start();
      else if (step === 'pause') focus.pause();
      else if (step === 'rest') focus.rest();
      else focus.goOn();
    },
    start: () => pulse.start(),
    stop: () => pulse.stop(),
    handlers: {
      'focus.get': () => focus.get(),
      'focus.start': (on) => focus.start(on),
      'focus.pause': () => focus.pause(),
      'focus.goOn': () => focus.goOn(),
      'focus.rest': () => focus.rest(),
      'focus.end': () => focus.end(),
    },
  };
}
