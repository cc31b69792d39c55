import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type VaultFeature, vaultFeature } from '#main/features/vault/handlers.ts';
import type { Store } from '#main/store/store.ts';
import { MemoryClipboard } from '#test/support/clipboard.ts';
import { CountingIds, FakeClock } from '#test/support/clock.ts';
import { MemoryCredentialStore } from '#test/support/credential-store.ts';
import { runs } from '#test/support/runs.ts';
import { openTestStore } from '#test/support/store.ts';
import { FakeTimer } from '#test/support/timer.ts';

const clientId = 'c1';
const plain = { userName: '', address: '', grantedBy: '', grantedOn: null, reviewOn: null, notes: '' };
const entry = (label: string, secret: string) => ({ clientId, label, secret, ...plain });

let store: Store;
let keychain: MemoryCredentialStore;
let clipboard: MemoryClipboard;
let clock: FakeClock;
let timer: FakeTimer;
let ids: CountingIds;
let warned: string[];
let folder: string;
let starts = 0;

/** A start of the app over what is there. */
function start(): VaultFeature {
  const logger = { info() {}, error() {}, warn: (event: string) => void warned.push(event) };
  return vaultFeature({ store, credentials: keychain, clipboard, timer, clock, ids, logger });
}

function open(file?: string): void {
  store = openTestStore(file);
  keychain = new MemoryCredentialStore();
  clipboard = new MemoryClipboard();
  clock = new FakeClock();
  timer = new FakeTimer(clock);
  ids = new CountingIds();
  warned = [];
  store.sql
    .prepare(
      `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
       VALUES (?, 'Client', 'AA', 1, 'Europe/London', '[]', 'en', 'EUR', 1, 1)`,
    )
    .run(clientId);
}

const keysOfRows = () => store.sql.prepare('SELECT secret_key FROM credentials ORDER BY 1').pluck().all();
const orphans = () => store.sql.prepare('SELECT key FROM keychain_orphans ORDER BY 1').pluck().all();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-vault-'));
  open();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('credentials', () => {
  it('keep the secret in the keychain only', async () => {
    const { handlers } = start();
    const card = await handlers['vault.add']({ ...entry('Shop', 'rye-Loaf_4471'), notes: 'asks twice' });
    expect(card).toMatchObject({
      label: 'Shop',
      clientId,
      notes: 'asks twice',
      secretChangedAt: clock.now(),
    });
    expect(JSON.stringify(card)).not.toContain('rye-Loaf');
    expect(await handlers['vault.list']({ clientId })).toEqual([card]);
    expect(store.sql.serialize().includes('rye-Loaf_4471')).toBe(false);
    expect(keysOfRows()).toEqual(keychain.keys());
    expect(orphans()).toEqual([]);
  });

  it('are stored only together with their secret', async () => {
    const { handlers } = start();
    keychain.lock();
    await expect(handlers['vault.add'](entry('Shop', 'x'))).rejects.toMatchObject({
      code: 'keychain_unavailable',
    });
    expect(keysOfRows()).toEqual([]);
    keychain.unlock();
    await expect(handlers['vault.add']({ ...entry('Shop', 'x'), clientId: 'gone' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(keychain.keys()).toEqual([]);
    await expect(handlers['vault.add'](entry('Shop', 'ü'.repeat(1_251)))).rejects.toMatchObject({
      code: 'secret_too_long',
    });
    expect(orphans()).toHaveLength(1);
    await start().belongings.purge?.();
    expect(orphans()).toEqual([]);
  });

  it('change their secret whole or not at all, and the old one goes', async () => {
    const { handlers } = start();
    const { id } = await handlers['vault.add'](entry('Shop', 'old'));
    await handlers['vault.unlock'](undefined);
    keychain.failNext('write', 'after');
    await expect(handlers['vault.changeSecret']({ id, secret: 'new' })).rejects.toThrow();
    expect((await handlers['vault.reveal']({ id })).secret).toBe('old');
    await start().belongings.purge?.();
    clock.advance(1_000);
    await handlers['vault.changeSecret']({ id, secret: 'new' });
    expect((await handlers['vault.reveal']({ id })).secret).toBe('new');
    expect(keychain.keys()).toEqual(keysOfRows());
    expect((await handlers['vault.list']({ clientId }))[0]?.secretChangedAt).toBe(clock.now());
  });

  it('say so when the keychain lost the secret', async () => {
    const { handlers } = start();
    const { id } = await handlers['vault.add'](entry('Shop', 'old'));
    for (const key of keychain.keys()) await keychain.remove(key);
    await handlers['vault.unlock'](undefined);
    await expect(handlers['vault.reveal']({ id })).rejects.toMatchObject({
      code: 'not_found',
      details: { reason: 'vault.secretMissing' },
    });
    await handlers['vault.changeSecret']({ id, secret: 'again' });
    expect((await handlers['vault.reveal']({ id })).secret).toBe('again');
  });

  it('leave with their secret, and no undo brings a row back without one', async () => {
    const { handlers } = start();
    const { id } = await handlers['vault.add'](entry('Shop', 'x'));
    await handlers['vault.change']({ id, label: 'Store' });
    await handlers['vault.delete']({ id });
    expect(keychain.keys()).toEqual([]);
    store.undo();
    store.undo();
    expect(keysOfRows()).toEqual([]);
    expect(orphans()).toEqual([]);
  });

  it('come back with their secret when the deletion of a client is undone before the next start', async () => {
    const { handlers, belongings } = start();
    await handlers['vault.add'](entry('Shop', 'x'));
    await handlers['vault.add'](entry('Mail', 'y'));
    expect(belongings.list(clientId)).toEqual([{ kind: 'credentials', count: 2 }]);
    const remove = () =>
      store.act({ key: 'undo.test', values: {} }, () => {
        belongings.remove(clientId);
        store.sql.prepare('DELETE FROM clients WHERE id = ?').run(clientId);
      });
    remove();
    expect(keysOfRows()).toEqual([]);
    await belongings.purge?.();
    store.undo();
    expect(keysOfRows()).toEqual(keychain.keys());
    expect(keychain.keys()).toHaveLength(2);
    remove();
    await start().belongings.purge?.();
    expect(keychain.keys()).toEqual([]);
    expect(orphans()).toEqual([]);
  });

  it('agree with the keychain after any history of work, faults and restarts', async () => {
    const step = fc.record({
      do: fc.constantFrom('add', 'secret', 'delete', 'undo', 'redo', 'client', 'restart'),
      pick: fc.nat(5),
      fault: fc.option(
        fc.record({
          step: fc.constantFrom<'write' | 'remove'>('write', 'remove'),
          moment: fc.constantFrom<'before' | 'after'>('before', 'after'),
        }),
        { nil: null, freq: 2 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const file = join(folder, `${++starts}.db`);
        store.close();
        open(file);
        let vault = start();
        for (const { do: what, pick, fault } of steps) {
          const card = (await vault.handlers['vault.list']({ clientId }))[pick];
          if (fault) keychain.failNext(fault.step, fault.moment);
          try {
            if (what === 'add') await vault.handlers['vault.add'](entry(`E${pick}`, 'x'));
            if (what === 'secret' && card)
              await vault.handlers['vault.changeSecret']({ id: card.id, secret: 'y' });
            if (what === 'delete' && card) await vault.handlers['vault.delete']({ id: card.id });
            if (what === 'client')
              store.act({ key: 'undo.test', values: {} }, () => vault.belongings.remove(clientId));
            if (what === 'undo') store.undo();
            if (what === 'redo') store.redo();
            if (what === 'restart') {
              store.close();
              store = openTestStore(file);
              vault = start();
              await vault.belongings.purge?.();
            }
          } catch (error) {
            expect(error).toMatchObject({ code: expect.stringMatching(/keychain_unavailable|conflict/) });
          }
          const rows = keysOfRows();
          expect(keychain.keys()).toEqual(expect.arrayContaining(rows));
          expect([...rows, ...orphans()]).toEqual(expect.arrayContaining(keychain.keys()));
        }
        keychain.heal();
        store.close();
        store = openTestStore(file);
        await start().belongings.purge?.();
        expect(keychain.keys()).toEqual(keysOfRows());
        expect(orphans()).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  }, 60_000);
});
