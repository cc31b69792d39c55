import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '#test/support/clock.ts';
import { FakeNotifier } from '#test/support/notifier.ts';
import { openServices, type TestServices } from '#test/support/services.ts';
import { addClients, boardPack, fjord, northwind } from '#test/support/time.ts';
import { FakeTimer } from '#test/support/timer.ts';

const minute = 60_000;
let clock: FakeClock;
let timer: FakeTimer;
let notifier: FakeNotifier;
let services: TestServices;

beforeEach(() => {
  clock = new FakeClock();
  timer = new FakeTimer(clock);
  notifier = new FakeNotifier();
  services = openServices({ clock, timer, notifier });
  addClients(services.store);
  services.app.start();
});
afterEach(async () => {
  await services.app.stop();
  services.close();
});

describe('focus over the contract', () => {
  it('goes from a round over a break to the next round, with the timer as the only source of hours', async () => {
    await services.call('settings.change', { focusMinutes: 30, focusBreakMinutes: 7 });
    expect(await services.call('focus.get')).toEqual({ round: null, finishedToday: 0, length: 30 * minute });
    await services.call('focus.start', { clientId: fjord, taskId: boardPack });
    expect(await services.call('time.running')).toMatchObject({ clientId: fjord, taskId: boardPack });
    expect((await services.call('focus.get')).round).toMatchObject({
      ...{ phase: 'work', length: 30 * minute, paused: false, breakLength: 7 * minute },
      endsAt: clock.now() + 30 * minute,
    });
    timer.pass(30 * minute + 2_000);
    expect(await services.call('focus.get')).toMatchObject({ finishedToday: 1, round: { phase: 'done' } });
    expect(notifier.titles()).toEqual(['Focus round done']);
    await services.call('focus.rest');
    expect(await services.call('time.running')).toBeNull();
    timer.pass(7 * minute);
    expect(notifier.titles()).toEqual(['Focus round done', 'The break is over']);
    await services.call('focus.goOn');
    expect(await services.call('time.running')).toMatchObject({ taskId: boardPack });
    await services.call('focus.pause');
    expect((await services.call('focus.get')).round).toMatchObject({ paused: true, endsAt: null });
    await services.call('focus.end');
    expect((await services.call('focus.get')).round).toBeNull();
    expect(await services.call('time.running')).not.toBeNull();
  });

  it('refuses a round on nothing, one that is over, and an unknown client, and changes nothing', async () => {
    const nothing = services.call('focus.start');
    await expect(nothing).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'focus.nothingRuns' },
    });
    for (const name of ['focus.goOn', 'focus.rest'] as const) {
      const over = services.call(name);
      await expect(over).rejects.toMatchObject({ code: 'conflict', details: { reason: 'focus.over' } });
    }
    const unknown = northwind.replace('c001', 'c00f');
    await expect(services.call('focus.start', { clientId: unknown })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await services.envelope('focus.start', { clientId: 'x' })).toMatchObject({
      code: 'invalid_input',
    });
    expect(await services.envelope('focus.end', {})).toMatchObject({ code: 'invalid_input' });
    expect((await services.call('focus.get')).round).toBeNull();
    expect(await services.call('time.running')).toBeNull();
  });

  it.each([
    ['focusMinutes', 0, 'preference.focus240'],
    ['focusMinutes', 241, 'preference.focus240'],
    ['focusMinutes', 1.5, 'preference.focus240'],
    ['focusBreakMinutes', 121, 'preference.focus120'],
    ['focusLongBreakMinutes', 0, 'preference.focus120'],
    ['focusRounds', -1, 'preference.focusRounds'],
    ['focusRounds', 13, 'preference.focusRounds'],
  ])('refuses %s of %s beside the field', async (field, value, message) => {
    await expect(services.call('settings.change', { [field]: value })).rejects.toMatchObject({
      code: 'invalid_input',
      details: { fields: { [field]: message } },
    });
  });

  it('lets a length that is changed hold for the next round', async () => {
    await services.call('focus.start', { clientId: fjord });
    await services.call('settings.change', { focusMinutes: 50 });
    expect(await services.call('focus.get')).toMatchObject({
      length: 50 * minute,
      round: { length: 25 * minute },
    });
  });
});
