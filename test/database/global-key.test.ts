import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/ipc/errors.ts';
import { FakeClock } from '#test/support/clock.ts';
import { FakeGlobalKeys } from '#test/support/global-keys.ts';
import { memorySettings, openServices, type TestServices } from '#test/support/services.ts';
import { openTestStore } from '#test/support/store.ts';
import { addClients, newsletter, northwind } from '#test/support/time.ts';

const minute = 60_000;
let keys: FakeGlobalKeys;
let clock: FakeClock;
let services: TestServices;
let said: string[];
let shown: (string | undefined)[];
let settings: ReturnType<typeof memorySettings>;
let store: ReturnType<typeof openTestStore>;

function start(): void {
  services = openServices(
    {
      clock,
      settings,
      globalKeys: keys,
      window: {
        show: (address) => void shown.push(address),
        run() {},
        say: (text) => void said.push(text),
        quit() {},
        stay() {},
      },
    },
    store,
  );
  services.app.start();
}

beforeEach(() => {
  keys = new FakeGlobalKeys();
  clock = new FakeClock();
  settings = memorySettings();
  store = openTestStore();
  said = [];
  shown = [];
  addClients(store);
  start();
});

afterEach(async () => {
  await services.app.stop();
  services.close();
});

describe('the global key', () => {
  it('is off until a person chooses one, and is given back on leaving', async () => {
    expect(keys.held).toBeNull();
    expect(await services.call('globalKey.get')).toEqual({ keys: null, state: 'off', uncertain: false });
    expect(await services.call('globalKey.choose', { keys: 'Ctrl+Alt+T' })).toMatchObject({ state: 'on' });
    await services.app.stop();
    expect(keys.held).toBeNull();
    start();
    expect(keys.held).toBe('Ctrl+Alt+T');
    await services.call('globalKey.choose', { keys: null });
    expect(keys.held).toBeNull();
    expect(await services.call('globalKey.get')).toMatchObject({ keys: null, state: 'off' });
  });

  it('stops what runs and resumes the last, and says so', async () => {
    await services.call('globalKey.choose', { keys: 'Ctrl+Alt+T' });
    keys.press('Ctrl+Alt+T');
    expect(shown).toEqual(['#/time']);
    await services.call('time.start', { clientId: northwind, taskId: newsletter });
    clock.advance(minute);
    keys.press('Ctrl+Alt+T');
    expect(await services.call('time.running')).toBeNull();
    clock.advance(minute);
    keys.press('Ctrl+Alt+T');
    expect(await services.call('time.running')).toMatchObject({ clientId: northwind, taskId: newsletter });
    expect(said).toEqual(['Timer stopped', 'Timer started on Northwind Bakery · December newsletter']);
  });

  it('tracks no sleep when it stops the timer', async () => {
    await services.call('globalKey.choose', { keys: 'Ctrl+Alt+T' });
    await services.call('time.start', { clientId: northwind });
    clock.advance(minute);
    clock.sleep(8 * 60 * minute);
    keys.press('Ctrl+Alt+T');
    const { clients, review } = await services.call('time.totalsToday');
    const closed = clients.reduce((sum, client) => sum + client.closed, 0);
    expect(closed).toBeLessThanOrEqual(minute);
    expect(closed + review.total).toBe(8 * 60 * minute + minute);
  });

  it('keeps the one before when the system refuses another', async () => {
    keys.elsewhere.add('Ctrl+Shift+P');
    await services.call('globalKey.choose', { keys: 'Ctrl+Alt+T' });
    const refused = await services.call('globalKey.choose', { keys: 'Ctrl+Shift+P' }).catch((error) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused.details.fields).toEqual({ keys: 'globalKey.taken' });
    expect(keys.held).toBe('Ctrl+Alt+T');
    expect(await services.call('globalKey.get')).toMatchObject({ keys: 'Ctrl+Alt+T', state: 'on' });
  });

  it('tells when another program took it meanwhile', async () => {
    await services.call('globalKey.choose', { keys: 'Ctrl+Alt+T' });
    await services.app.stop();
    keys.elsewhere.add('Ctrl+Alt+T');
    start();
    expect(await services.call('globalKey.get')).toMatchObject({ keys: 'Ctrl+Alt+T', state: 'refused' });
  });

  it('refuses keys that people type with', async () => {
    const answer = await services.envelope('globalKey.choose', { keys: 'Shift+T' });
    expect(answer).toMatchObject({ ok: false, code: 'invalid_input' });
  });
});
