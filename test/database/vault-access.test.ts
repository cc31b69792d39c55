import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryClipboard } from '#test/support/clipboard.ts';
import { FakeClock } from '#test/support/clock.ts';
import { MemoryCredentialStore } from '#test/support/credential-store.ts';
import { openServices, type TestServices } from '#test/support/services.ts';
import { FakeTimer } from '#test/support/timer.ts';

const minute = 60_000;
let services: TestServices;
let clipboard: MemoryClipboard;
let keychain: MemoryCredentialStore;
let timer: FakeTimer;
let clock: FakeClock;
let goAway: () => void;
let id: string;
let clientId: string;

const locked = { code: 'locked', details: { reason: 'vault.locked' } };

beforeEach(async () => {
  clipboard = new MemoryClipboard();
  keychain = new MemoryCredentialStore();
  clock = new FakeClock();
  timer = new FakeTimer(clock);
  const power = {
    onAway(listener: () => void) {
      goAway = listener;
      return () => {};
    },
    onSuspend: () => () => {},
    onReturn: () => () => {},
    idleSeconds: () => 0,
  };
  services = openServices({ clipboard, credentials: keychain, timer, clock, power });
  const client = await services.call('clients.add', {
    name: 'Northwind',
    zone: 'Europe/London',
    language: 'en',
    currency: 'EUR',
  } as never);
  clientId = client.clientId;
  const card = await services.call('vault.add', {
    clientId,
    label: 'Shop',
    userName: 'mira',
    address: 'shop.example/admin',
    grantedBy: '',
    grantedOn: null,
    reviewOn: null,
    notes: '',
    secret: ' sp aced ',
  });
  id = card.id;
});
afterEach(() => services.close());

describe('showing and copying', () => {
  it('needs the list to be unlocked, and keeps the secret exactly', async () => {
    await expect(services.call('vault.reveal', { id })).rejects.toMatchObject(locked);
    await expect(services.call('vault.copy', { id })).rejects.toMatchObject(locked);
    expect(clipboard.text).toBe('');
    const access = await services.call('vault.unlock');
    expect(access).toEqual({ state: 'unlocked', locksAt: clock.now() + 5 * minute });
    expect(await services.call('vault.reveal', { id })).toEqual({
      secret: ' sp aced ',
      hidesAt: clock.now() + 30_000,
    });
    await services.call('vault.copyUserName', { id });
    expect(clipboard.text).toBe('mira');
  });

  it('ends when the list was left alone for five minutes, not before', async () => {
    await services.call('vault.unlock');
    timer.pass(4 * minute);
    await services.call('vault.touch');
    timer.pass(4 * minute);
    await services.call('vault.reveal', { id });
    timer.pass(5 * minute - 1);
    expect((await services.call('vault.access')).state).toBe('unlocked');
    timer.pass(1);
    expect(await services.call('vault.access')).toEqual({ state: 'locked', locksAt: null });
    await services.call('vault.touch');
    await expect(services.call('vault.reveal', { id })).rejects.toMatchObject(locked);
  });

  it('ends at once when asked to, when the person leaves, and after a sleep that no timer saw', async () => {
    await services.call('vault.unlock');
    await services.call('vault.lock');
    await expect(services.call('vault.reveal', { id })).rejects.toMatchObject(locked);
    await services.call('vault.unlock');
    goAway();
    await expect(services.call('vault.reveal', { id })).rejects.toMatchObject(locked);
    await services.call('vault.unlock');
    clock.advance(6 * minute);
    await expect(services.call('vault.reveal', { id })).rejects.toMatchObject(locked);
    await services.call('vault.unlock');
    clock.jumpTo('2020-01-01T00:00:00Z');
    await expect(services.call('vault.copy', { id })).rejects.toMatchObject(locked);
  });

  it.each(['vault.unlock', 'vault.startAfresh'] as const)(
    'stays locked when %s is answered after the person left',
    async (way) => {
      let answer = () => {};
      const asked = new Promise<void>((resolve) => {
        answer = resolve;
      });
      keychain.state = async () => {
        await asked;
        return 'available';
      };
      const unlocking = services.call(way);
      goAway();
      answer();
      expect(await unlocking).toEqual({ state: 'locked', locksAt: null });
      await expect(services.call('vault.reveal', { id })).rejects.toMatchObject(locked);
      expect((await services.call('vault.unlock')).state).toBe('unlocked');
    },
  );

  it('says that the keychain is unavailable, and shows the list all the same', async () => {
    keychain.lock();
    expect(await services.call('vault.unlock')).toEqual({ state: 'unavailable', locksAt: null });
    expect(await services.call('vault.list', { clientId })).toHaveLength(1);
    keychain.unlock();
    expect((await services.call('vault.unlock')).state).toBe('unlocked');
    keychain.lock();
    await expect(services.call('vault.reveal', { id })).rejects.toMatchObject({
      code: 'keychain_unavailable',
    });
  });
});

describe('the clipboard', () => {
  beforeEach(async () => {
    await services.call('vault.unlock');
  });

  it('loses a copied secret after thirty seconds', async () => {
    const { clearsAt } = await services.call('vault.copy', { id });
    expect(clearsAt).toBe(clock.now() + 30_000);
    expect(clipboard.text).toBe(' sp aced ');
    timer.pass(29_999);
    await settled();
    expect(clipboard.text).toBe(' sp aced ');
    timer.pass(1);
    await settled();
    expect(clipboard.text).toBe('');
  });

  it('keeps what was copied after it', async () => {
    await services.call('vault.copy', { id });
    clipboard.text = 'something else';
    timer.pass(minute);
    await settled();
    expect(clipboard.text).toBe('something else');
  });

  it('counts from the last copy, and is cleared when the app quits', async () => {
    await services.call('vault.copy', { id });
    timer.pass(20_000);
    await services.call('vault.copy', { id });
    timer.pass(20_000);
    await settled();
    expect(clipboard.text).toBe(' sp aced ');
    await services.app.stop();
    expect(clipboard.text).toBe('');
  });
});

describe('what may be entered', () => {
  const fields = async (input: object) => {
    const base = { userName: '', address: '', grantedBy: '', grantedOn: null, reviewOn: null, notes: '' };
    const answer = await services.envelope('vault.add', {
      clientId,
      label: 'L',
      secret: 's',
      ...base,
      ...input,
    });
    return answer.ok ? null : answer.details.fields;
  };

  it.each([
    ['a blank label', { label: '  ' }, { label: 'field.required' }],
    ['no secret', { secret: '' }, { secret: 'field.required' }],
    ['a secret of 2,502 bytes', { secret: 'ü'.repeat(1_251) }, { secret: 'secret_too_long' }],
    ['a secret that C would cut off', { secret: 'a\0b' }, { secret: 'vault.unstorable' }],
    ['a script for an address', { address: 'javascript:alert(1)' }, { address: 'vault.address' }],
    ['a file for an address', { address: 'file:///etc/passwd' }, { address: 'vault.address' }],
    ['a day that does not exist', { reviewOn: '2026-02-30' }, { reviewOn: 'field.date' }],
    ['notes without end', { notes: 'x'.repeat(5_001) }, { notes: 'field.tooLong' }],
  ])('refuses %s beside its field', async (_name, input, expected) => {
    expect(await fields(input)).toEqual(expected);
  });

  it('takes an empty address and one without a scheme', async () => {
    expect(await fields({ address: 'mail.letterpost.example' })).toBeNull();
    expect(await fields({})).toBeNull();
  });
});

/** Lets what a timer started come to its end; the fakes answer within microtasks. */
async function settled(): Promise<void> {
  await new Promise((done) => setImmediate(done));
}
