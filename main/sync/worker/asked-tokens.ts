import type { AccessTokens } from '../../ports/access-tokens.ts';
import { RemoteError } from '../../ports/remote.ts';
import { type Failure, type FromWorker, unpacked } from './protocol.ts';

interface Waiting {
  resolve(token: string): void;
  reject(error: Error): void;
}

/** Asks the main thread for a token before each call. Refresh tokens never come here, and nothing is kept. */
export class AskedTokens implements AccessTokens {
  readonly #say: (message: FromWorker) => void;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;

  constructor(say: (message: FromWorker) => void) {
    this.#say = say;
  }

  get(accountId: string, refused: string | null, signal: AbortSignal): Promise<string> {
    const ask = this.#next++;
    return new Promise<string>((resolve, reject) => {
      const stop = () => reject(new RemoteError('cancelled'));
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      const settled = () => {
        signal.removeEventListener('abort', stop);
        this.#waiting.delete(ask);
      };
      this.#waiting.set(ask, {
        resolve(token) {
          settled();
          resolve(token);
        },
        reject(error) {
          settled();
          reject(error);
        },
      });
      this.#say({ say: 'token', ask, accountId, refused });
    });
  }

  answer(ask: number, answer: string | Failure): void {
    const waiting = this.#waiting.get(ask);
    if (typeof answer === 'string') waiting?.resolve(answer);
    else waiting?.reject(unpacked(answer));
  }
}
