import type { Clock } from '../ports/clock.ts';
import type { Store } from '../store/store.ts';
import { AccountRows } from './account-rows.ts';

interface OutcomeParts {
  readonly store: Store;
  readonly clock: Clock;
}

/** Keeps the outcome of a round, writing only when there is something new to say. */
export function keepOutcome(parts: OutcomeParts, accountId: string, problem: string | null): void {
  const rows = new AccountRows(parts.store.sql);
  const account = rows.get(accountId);
  if (!account) return;
  const now = parts.clock.now();
  if (problem === null) {
    const recent = account.succeededAt !== null && Math.abs(now - account.succeededAt) < 60 * 60_000;
    if (account.problem === null && recent) return;
  } else if (problem === account.problem) return;
  parts.store.write((announce) => {
    if (problem === null) rows.succeeded(accountId, now);
    else rows.failed(accountId, problem, now);
    announce('accounts');
  });
}
