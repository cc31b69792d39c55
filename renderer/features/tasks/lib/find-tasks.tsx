import { clientHref, go } from '../../../lib/addresses.ts';
import { call } from '../../../lib/api.ts';
import type { Finding } from '../../../lib/commands/command.ts';
import { KindIcon } from './icons.tsx';

/** Tasks for the palette; those of the client whose view is open come first among equals. */
export async function findTasks(text: string, done: string): Promise<readonly Finding[]> {
  const clientId = /^#\/client\/([0-9a-f-]{36})/.exec(window.location.hash)?.[1];
  const hits = await call('tasks.search', { text, limit: 20, ...(clientId ? { clientId } : {}) });
  return hits.map((hit) => ({
    id: hit.id,
    title: hit.title,
    icon: <KindIcon kind={hit.columnKind} />,
    client: { name: hit.clientName, colour: hit.clientColor },
    detail: hit.completedAt === null ? hit.columnName.toLocaleLowerCase() : done,
    open: () => go(clientHref(hit.clientId, 'board', hit.id)),
    startTimer: () => void call('time.start', { clientId: hit.clientId, taskId: hit.id }),
  }));
}
