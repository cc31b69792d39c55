import type { KeychainAnswer, KeychainRequest } from './protocol.ts';

/** A process that answers requests. Ending it also ends whatever the system was asking the person. */
export interface KeychainChild {
  send(request: KeychainRequest): void;
  onAnswer(listener: (answer: KeychainAnswer) => void): void;
  onExit(listener: () => void): void;
  end(): void;
}

export interface RemoteLimits {
  /** How long the system may ask the person for the keyring's password, milliseconds. */
  readonly patience: number;
  /** How long an unused process is kept, milliseconds. */
  readonly idle: number;
}

type WithoutId<R> = R extends KeychainRequest ? Omit<R, 'id'> : never;
export type KeychainWork = WithoutId<KeychainRequest>;

/** Bare access to the keychain; rejects when it does not answer in time, fails or dies. */
export interface KeychainRemote {
  ask(work: KeychainWork): Promise<string | null>;
  /** Ends the process and rejects what still waits. */
  close(): void;
}

/**
 * One request at a time, in the order they were made: two at once would show the person two prompts,
 * and a removal must never overtake the write before it.
 */
export function createRemote(fork: () => KeychainChild, limits: RemoteLimits): KeychainRemote {
  let child: KeychainChild | null = null;
  let idle: NodeJS.Timeout | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let nextId = 1;
  let waiting: { readonly id: number; settle(answer: KeychainAnswer | null): void } | null = null;
  let closed = false;

  const end = () => {
    if (idle) clearTimeout(idle);
    idle = null;
    const old = child;
    child = null;
    old?.end();
    waiting?.settle(null);
  };

  const started = (): KeychainChild => {
    if (child) return child;
    const fresh = fork();
    fresh.onAnswer((answer) => {
      if (waiting?.id === answer.id) waiting.settle(answer);
    });
    fresh.onExit(() => {
      if (child !== fresh) return;
      child = null;
      waiting?.settle(null);
    });
    child = fresh;
    return fresh;
  };

  const run = (work: KeychainWork): Promise<string | null> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('keychain closed'));
      if (idle) clearTimeout(idle);
      const id = nextId++;
      const timer = setTimeout(end, limits.patience);
      waiting = {
        id,
        settle(answer) {
          clearTimeout(timer);
          waiting = null;
          if (child) idle = setTimeout(end, limits.idle);
          idle?.unref();
          if (answer?.ok) resolve(answer.value);
          else reject(new Error('keychain did not answer'));
        },
      };
      try {
        started().send({ ...work, id } as KeychainRequest);
      } catch {
        waiting.settle(null);
      }
    });

  return {
    ask(work) {
      const result = last.then(() => run(work));
      last = result.catch(() => null);
      return result;
    },
    close() {
      closed = true;
      end();
    },
  };
}
