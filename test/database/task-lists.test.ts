import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestTasks } from '#test/support/tasks.ts';

let app: TestTasks;
beforeEach(() => {
  app = new TestTasks();
});
afterEach(() => app.store.close());

const titles = (rows: readonly { readonly title: string }[]) => rows.map((row) => row.title);

describe('what is due', () => {
  it('goes across clients by the day it is here, timed before untimed, without done and put away', async () => {
    const one = app.addClient();
    const other = app.addClient('Other');
    const away = app.addClient('Away');
    const add = (clientId: string, title: string, due: object) =>
      app.call('tasks.add', { clientId, title, due: { date: '2026-11-25', ...due } });
    await add(one.clientId, 'today', {});
    await add(other.clientId, 'late', { date: '2026-11-20' });
    await add(one.clientId, 'at ten', { time: '10:00', zone: 'Europe/Tallinn' });
    await add(one.clientId, 'tomorrow there, today here', {
      date: '2026-11-26',
      time: '07:00',
      zone: 'Pacific/Auckland',
    });
    await add(one.clientId, 'today there, tomorrow here', { time: '20:00', zone: 'America/New_York' });
    await add(other.clientId, 'tomorrow', { date: '2026-11-26' });
    await add(away.clientId, 'put away', {});
    await app.call('tasks.complete', { ids: [(await add(one.clientId, 'done', {})).id] });
    app.store.sql.prepare('UPDATE clients SET archived_at = 1 WHERE id = ?').run(away.clientId);
    const zone = 'Europe/Tallinn';
    expect(titles(await app.call('tasks.due', { until: '2026-11-25', zone }))).toEqual([
      'late',
      'at ten',
      'tomorrow there, today here',
      'today',
    ]);
    const of = { until: '2026-11-26', zone, clientId: other.clientId };
    expect(titles(await app.call('tasks.due', of))).toEqual(['late', 'tomorrow']);
  });

  it('and what waits, longest first', async () => {
    const { clientId, waiting } = app.addClient();
    for (const title of ['a', 'b', 'c']) {
      await app.call('tasks.add', { clientId, columnId: waiting, title });
      app.clock.advance(1000);
    }
    const rows = await app.call('tasks.waiting', {});
    expect(titles(rows)).toEqual(['a', 'b', 'c']);
    await app.call('tasks.followUp', { id: rows[0]?.id ?? '' });
    expect(titles(await app.call('tasks.waiting', {}))).toEqual(['b', 'c', 'a']);
  });
});

describe('search', () => {
  const find = async (text: string, clientId?: string) =>
    titles(await app.call('tasks.search', { text, limit: 20, ...(clientId ? { clientId } : {}) }));

  it('finds beginnings of words everywhere, fitting titles first, open before done, newest first', async () => {
    const one = app.addClient();
    const other = app.addClient('Other');
    const add = (clientId: string, title: string, wanted = '') =>
      app.call('tasks.add', { clientId, title, wanted });
    await add(one.clientId, 'Invoice query');
    await add(other.clientId, 'Tasting evening invitation');
    await add(one.clientId, 'Flour', 'Ask about the invoice');
    const { id } = await add(one.clientId, 'Invite list');
    await add(other.clientId, 'Inventory');
    await app.call('tasks.complete', { ids: [id] });
    expect(await find('inv')).toEqual([
      'Inventory',
      'Invoice query',
      'Invite list',
      'Tasting evening invitation',
      'Flour',
    ]);
    expect((await find('inv', one.clientId))[0]).toBe('Invoice query');
    expect(await find('query invo')).toEqual(['Invoice query']);
    await app.call('tasks.change', { id, title: 'Guests' });
    expect(await find('invite')).toEqual([]);
    expect(await find('gue')).toEqual(['Guests']);
  });

  it('finds text without spaces, without letters, and with accents left out', async () => {
    const { clientId } = app.addClient();
    for (const title of ['来週の会議の準備', '🎉 Party', 'Crème brûlée für Zoë', '100% "sure" (x)'])
      await app.call('tasks.add', { clientId, title });
    expect(await find('会議')).toEqual(['来週の会議の準備']);
    expect(await find('🎉')).toEqual(['🎉 Party']);
    expect(await find('creme fur zoe')).toEqual(['Crème brûlée für Zoë']);
    expect(await find('%')).toEqual(['100% "sure" (x)']);
  });

  it('finds the task of a link', async () => {
    const { clientId } = app.addClient();
    const { id } = await app.call('tasks.add', { clientId, title: 'Linked' });
    await app.call('tasks.add', { clientId, title: 'Other' });
    expect(await find(`app://clientele/index.html#/client/${clientId}/board?task=${id}`)).toEqual(['Linked']);
    expect(await find(app.ids.next())).toEqual([]);
  });

  it('answers anything that can be typed', async () => {
    const { clientId } = app.addClient();
    await app.call('tasks.add', { clientId, title: 'Anything' });
    for (const text of [
      '"',
      "'",
      '*',
      'a*',
      'NEAR(a b)',
      'title:',
      'a OR',
      '-a',
      '^a',
      '(',
      '{',
      '\0',
      '\\',
      'a"b',
      '٣',
      '\ud83d',
    ])
      expect(Array.isArray(await find(text))).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        expect(Array.isArray(await find(text))).toBe(true);
      }),
    );
  });
});
