import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { openServices, type TestServices } from '#test/support/services.ts';

let services: TestServices;
beforeEach(() => {
  services = openServices();
});
afterEach(() => services.close());

/** A finished task that took so long. */
async function finished(clientId: string, title: string, length: number): Promise<void> {
  const { id } = await services.call('tasks.add', { clientId, title });
  const date = '2026-11-24';
  await services.call('time.setCell', { clientId, taskId: id, date, length, remove: false });
  await services.call('tasks.complete', { ids: [id] });
}

it('tells what finished tasks of the same client took, once there are three', async () => {
  const { clientId } = await services.call('clients.add', { name: 'Fjord & Co' });
  const { clientId: other } = await services.call('clients.add', { name: 'Northwind Bakery' });
  const { id } = await services.call('tasks.add', { clientId, title: 'December newsletter' });
  const ask = () => services.call('tasks.similar', { id });
  await finished(clientId, 'Newsletter October', 30 * MINUTE);
  await finished(clientId, 'Newsletter November', 40 * MINUTE);
  await finished(other, 'Newsletter November', 5 * HOUR);
  await finished(clientId, 'Travel to Oslo', 4 * HOUR);
  expect(await ask()).toBeNull();
  await finished(clientId, 'Newsletter September', 70 * MINUTE);
  expect(await ask()).toEqual({ count: 3, median: 40, most: 70 });
});

it('tells the same for a task that is only being written', async () => {
  const { clientId } = await services.call('clients.add', { name: 'Fjord & Co' });
  const ask = (title: string, category: 'key' | 'routine' | null = null) =>
    services.call('tasks.similarToNew', { clientId, title, category });
  for (const minutes of [30, 40, 70]) await finished(clientId, `Newsletter ${minutes}`, minutes * MINUTE);
  expect(await ask('Newsletter December')).toEqual({ count: 3, median: 40, most: 70 });
  expect(await ask('Travel to Oslo')).toBeNull();
  const all = await services.call('tasks.search', { text: 'newsletter', limit: 10 });
  await services.call('tasks.changeMany', { ids: all.map(({ id }) => id), category: 'key' });
  expect(await ask('Newsletter December', 'key')).toMatchObject({ count: 3 });
  expect(await ask('Newsletter December', 'routine')).toBeNull();
});
