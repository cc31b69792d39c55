import { passed } from '../../lib/ago.ts';
import type { SyncWord } from './model.ts';

/** What the frame needs to know of a connected account. Times are UTC milliseconds. */
export interface SyncedAccount {
  readonly state: 'connected' | 'reconnect';
  readonly run: object | null;
  readonly succeededAt: number | null;
  readonly problem: string | null;
}

type Translate = (key: string, values?: { readonly count: number }) => string;

/**
 * All accounts in one word, the worst first: a sign-in that died, then work under way, then what could not be reached,
 * then how long ago the last one of them was brought up to date. Null without accounts.
 * @param now UTC milliseconds.
 */
export function syncWord(accounts: readonly SyncedAccount[], now: number, t: Translate): SyncWord | null {
  if (accounts.length === 0) return null;
  const word = (tone: SyncWord['tone'], key: string): SyncWord => ({ tone, label: t(key), short: t(key) });
  if (accounts.some((account) => account.state === 'reconnect')) return word('danger', 'sync.reconnect');
  if (accounts.some((account) => account.run)) return word('neutral', 'sync.running');
  if (accounts.some((account) => account.problem)) return word('warning', 'sync.problem');
  const times = accounts.map((account) => account.succeededAt);
  if (times.includes(null)) return word('neutral', 'sync.never');
  const { unit, count } = passed(Math.min(...times.filter((time) => time !== null)), now);
  if (count === 0) return { tone: 'success', label: t('sync.now'), short: t('sync.nowShort') };
  return {
    tone: 'success',
    label: t(`sync.${unit}s`, { count }),
    short: t(`sync.${unit}sShort`, { count }),
  };
}
