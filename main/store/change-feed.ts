import type { Change, Topic } from '#shared/ipc/topics.ts';

export type ChangeListener = (changes: readonly Change[]) => void;

/** Tells listeners what a committed transaction was about. A listener that throws does not stop the others. */
export class ChangeFeed {
  readonly #listeners = new Set<ChangeListener>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    for (const listener of [...this.#listeners]) {
      try {
        listener(changes);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}

/** Collects the changes of one transaction, each once. */
export class ChangeSet {
  readonly #changes = new Map<string, Change>();

  add(topic: Topic, clientId: string | null = null): void {
    this.#changes.set(`${topic} ${clientId ?? ''}`, { topic, clientId });
  }

  list(): Change[] {
    return [...this.#changes.values()];
  }
}
