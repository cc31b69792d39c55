import type { Envelope } from './errors.ts';
import type { Change } from './topics.ts';

export const callChannel = 'clientele:call';
export const pushChannel = 'clientele:push';

/** A change with the names of the reads that it makes stale. */
export interface AnnouncedChange extends Change {
  readonly reads: readonly string[];
}

/** What the main process tells the renderer without being asked. */
export type Push =
  | { readonly kind: 'changes'; readonly changes: readonly AnnouncedChange[] }
  | { readonly kind: 'command'; readonly command: string; readonly argument?: string };

/** The only thing the sandboxed preload puts on `window`. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Envelope>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (push: Push) => void): () => void;
}
