import { describe, expect, it } from 'vitest';
import { type SyncedAccount, syncWord } from '#renderer/app/shell/sync-word.ts';

const now = 1_800_000_000_000;
const t = (key: string, values?: { readonly count: number }) => (values ? `${key}:${values.count}` : key);
const account = (over: Partial<SyncedAccount> = {}): SyncedAccount => ({
  state: 'connected',
  run: null,
  succeededAt: now - 120_000,
  problem: null,
  ...over,
});
const label = (...accounts: SyncedAccount[]) => syncWord(accounts, now, t)?.label;

describe('syncWord', () => {
  it('says nothing without accounts', () => expect(syncWord([], now, t)).toBeNull());

  it('names the oldest of several accounts, since that is what may be missing', () => {
    expect(label(account(), account({ succeededAt: now - 7_200_000 }))).toBe('sync.hours:2');
  });

  it.each([
    [0, 'sync.now'],
    [59_999, 'sync.now'],
    [120_000, 'sync.minutes:2'],
    [3_600_000, 'sync.hours:1'],
    [90_000_000, 'sync.days:1'],
    [-60_000, 'sync.now'],
  ])('%d ms ago is %s', (ago, expected) => expect(label(account({ succeededAt: now - ago }))).toBe(expected));

  it('puts a dead sign-in before everything, and what is not reached before a good account', () => {
    const dead = account({ state: 'reconnect' });
    const offline = account({ problem: 'offline' });
    const busy = account({ run: {} });
    expect(label(account(), offline, busy, dead)).toBe('sync.reconnect');
    expect(label(account(), offline)).toBe('sync.problem');
    expect(label(account(), busy)).toBe('sync.running');
    expect(label(account(), account({ succeededAt: null }))).toBe('sync.never');
  });
});
