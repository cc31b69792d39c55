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
