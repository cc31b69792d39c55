import { systemClock } from '#main/platform/clock.ts';
import { createIds } from '#main/platform/ids.ts';
import { openServices } from '#test/support/services.ts';
import { openTestStore } from '#test/support/store.ts';
import { acknowledge } from './acknowledge.ts';

/** Works as a VA does, as fast as it can, on the file that is named, until it is killed. */
const store = openTestStore(process.argv[2]);
const { call } = openServices({ clock: systemClock, ids: createIds(systemClock) }, store);

const { clientId } = await call('clients.add', { name: 'Sample client' });
acknowledge(`client ${clientId}`);
for (let round = 0; ; round++) {
  const { id } = await call('tasks.add', { clientId, title: `Sample task ${round}` });
  acknowledge(`task ${id}`);
  const item = await call('tasks.addItem', { taskId: id, text: 'Sample step' });
  acknowledge(`item ${item.id}`);
  const entry = await call('time.start', { clientId, taskId: id });
  acknowledge(`entry ${entry.id}`);
  await call('tasks.change', { id, title: `Renamed ${round}` });
  acknowledge(`renamed ${id} ${round}`);
  if (round % 3 === 0) {
    await call('time.stop', undefined);
    acknowledge(`stopped ${entry.id}`);
  }
  if (round % 4 === 0) await call('undo.undo', undefined);
}
