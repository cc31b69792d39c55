import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '#test/support/clock.ts';
import { openServices, type TestServices } from '#test/support/services.ts';
import { addClients, boardPack, fjord, newsletter, northwind } from '#test/support/time.ts';
import { FakeTimer } from '#test/support/timer.ts';
import { FakeTray } from '#test/support/tray.ts';

const minute = 60_000;
let tray: FakeTray;
let services: TestServices;
let clock: FakeClock;
let timer: FakeTimer;
let ran: string[];

beforeEach(() => {
  clock = new FakeClock();
  tray = new FakeTray();
  ran = [];
  timer = new FakeTimer(clock);
  services = openServices({
    clock,
    timer,
    tray,
    window: { show() {}, run: (command) => void ran.push(command), say() {}, quit() {}, stay() {} },
  });
  addClients(services.store);
  services.app.start();
});

afterEach(async () => {
  await services.app.stop();
  services.close();
});

describe('the tray', () => {
  it('stands for a window that is closed before the menu was first due', () => {
    expect(tray.content).toBeNull();
    expect(services.app.trayStands()).toBe(true);
    expect(tray.labels()).not.toEqual([]);
  });

  it('that could not be shown is tried again, and the app goes on', () => {
    const show = tray.show.bind(tray);
    let refusals = 1;
    tray.show = (content) => {
      if (refusals-- > 0) throw new Error('no tray on this desktop yet');
      show(content);
    };
    timer.pass(250);
    expect(tray.content).toBeNull();
    timer.pass(30_000);
    expect(tray.labels()).not.toEqual([]);
  });

  it('is not brought up again by a window that closes while the app ends', async () => {
    await services.app.stop();
    expect(services.app.trayStands()).toBe(false);
  });
});

describe('the timer in the tray', () => {
  it('starts on lately tracked work, switches, stops and resumes', async () => {
    await services.call('time.start', { clientId: fjord, taskId: boardPack });
    timer.pass(10 * minute);
    await services.call('time.start', { clientId: northwind, taskId: newsletter });
    timer.pass(5 * minute + 250);
    expect(tray.labels()[0]).toBe('Northwind Bakery · December newsletter, 5m since 12:52');
    expect(tray.inside('Switch to')).toEqual(['Fjord & Co · Board pack']);

    tray.choose('Fjord & Co · Board pack');
    expect(await services.call('time.running')).toMatchObject({ clientId: fjord, taskId: boardPack });
    timer.pass(2 * minute);
    tray.choose('Stop timer');
    expect(await services.call('time.running')).toBeNull();
    timer.pass(minute);
    expect(tray.inside('Start timer on')).toHaveLength(2);
    tray.choose('Resume Fjord & Co · Board pack');
    expect(await services.call('time.running')).toMatchObject({ clientId: fjord, taskId: boardPack });
  });

  it('adds up today by client, the running timer included', async () => {
    await services.call('time.start', { clientId: fjord });
    timer.pass(10 * minute);
    await services.call('time.start', { clientId: northwind });
    timer.pass(25 * minute + 250);
    expect(tray.inside('Today 35m')).toEqual(['Northwind Bakery: 25m', 'Fjord & Co: 10m']);
  });

  it('leads through a round of focus, one step at a time', async () => {
    const steps = () => tray.labels().filter((label) => /focus|break/.test(label));
    timer.pass(minute);
    expect(steps()).toEqual([]);
    await services.call('time.start', { clientId: northwind, taskId: newsletter });
    timer.pass(minute);
    tray.choose('Start focus round');
    timer.pass(minute);
    tray.choose('Pause focus round');
    timer.pass(minute);
    tray.choose('Continue focus round');
    timer.pass(25 * minute);
    tray.choose('Start break');
    expect(await services.call('time.running')).toBeNull();
    timer.pass(minute);
    tray.choose('End break and resume work');
    expect(await services.call('time.running')).toMatchObject({ taskId: newsletter });
    expect(await services.call('focus.get')).toMatchObject({ finishedToday: 1, round: { phase: 'work' } });
  });

  it('settles what nobody saw before it acts, and leads to the review', async () => {
    await services.call('time.start', { clientId: northwind, taskId: newsletter });
    timer.pass(minute);
    clock.sleep(20 * minute);
    tray.choose('Stop timer');
    timer.pass(minute);
    const { review } = await services.call('time.totalsToday');
    expect(review.total).toBe(20 * minute);
    tray.choose('20m to review…');
    expect(ran).toEqual(['time.review']);
    expect(tray.inside('Today 1m')).toEqual(['Northwind Bakery: 1m']);
  });
});
