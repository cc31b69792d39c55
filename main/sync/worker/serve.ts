import type { FreshCursors } from '../parts.ts';
import type { Rounds, RoundWatch } from '../rounds.ts';
import type { AskedTokens } from './asked-tokens.ts';
import { type FromWorker, packed, type ToWorker } from './protocol.ts';

export interface ServeParts {
  readonly rounds: Rounds;
  readonly tokens: AskedTokens;
  readonly fresh: FreshCursors;
  readonly say: (message: FromWorker) => void;
  /** Closes what the thread holds open. */
  readonly end: () => void;
}

/** The copying thread's side of the border: runs what it is told to and says how it goes. */
export function serve({ rounds, tokens, fresh, say, end }: ServeParts): (message: ToWorker) => void {
  const running = new Map<number, AbortController>();

  const run = async (order: Extract<ToWorker, { do: 'run' }>): Promise<void> => {
    const { run: number } = order;
    const abort = new AbortController();
    running.set(number, abort);
    const watch: RoundWatch = {
      phase: (phase, total) => say({ say: 'phase', run: number, phase, total }),
      seen: (count) => say({ say: 'seen', run: number, count }),
      step: () => say({ say: 'step', run: number }),
    };
    const failure = await rounds.run(order.accountId, order.withList, watch, abort.signal).then(
      () => null,
      (error: unknown) => packed(error),
    );
    running.delete(number);
    say({ say: 'done', run: number, failure, fresh });
  };

  return (message) => {
    switch (message.do) {
      case 'run':
        void run(message);
        break;
      case 'cancel':
        running.get(message.run)?.abort();
        break;
      case 'token':
        tokens.answer(message.ask, message.token);
        break;
      case 'no-token':
        tokens.answer(message.ask, message.failure);
        break;
      case 'end':
        end();
        break;
    }
  };
}
