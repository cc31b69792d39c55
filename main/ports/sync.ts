import type { SyncRunView } from '#shared/ipc/accounts.ts';

/** Rounds over connected accounts, as features start and watch them. */
export interface Sync {
  /** Starts a round, or lets the running one be followed by another; does not wait. */
  soon(accountId: string, withList?: boolean): void;
  soonAll(): void;
  /** Ends the running round and waits for it. */
  cancel(accountId: string): Promise<void>;
  view(accountId: string): { readonly run: SyncRunView | null; readonly succeededAt: number | null };
}
