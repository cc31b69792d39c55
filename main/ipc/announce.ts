import type { AnnouncedChange } from '#shared/ipc/bridge.ts';
import type { Methods } from '#shared/ipc/method.ts';
import type { Change } from '#shared/ipc/topics.ts';

/**
 * Adds to each change the names of the reads it makes stale. The page then needs no copy of the contract, whose
 * schemas would be the largest part of what it loads before its first paint.
 */
export function announce(contract: Methods, changes: readonly Change[]): readonly AnnouncedChange[] {
  const methods = Object.entries(contract);
  return changes.map((change) => ({
    ...change,
    reads: methods.filter(([, method]) => method.topics?.includes(change.topic)).map(([name]) => name),
  }));
}
