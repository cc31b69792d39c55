import { shortName } from '#shared/domain/import/words.ts';
import type { CheckInput } from '#shared/ipc/import.ts';
import type { ClientDrafts } from '../../ports/client-drafts.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { CheckOrder, ProjectOrder } from './job/protocol.ts';

/** The person's answers as the thread needs them: ids for what is new, one client for each new name. */
export function orderOf(input: CheckInput, maker: ClientDrafts, ids: IdSource, now: number): CheckOrder {
  const { clients, projects, dayStart, person, billable, tags } = input;
  const wanted = clients.flatMap(({ target }) => (target.to === 'new' ? [shortName(target.name)] : []));
  const names = [...new Set(wanted)];
  const drafts = maker.draft(names);
  const idOf = new Map(names.map((name, index) => [name, drafts[index]?.id ?? null]));
  const [hours = 0, minutes = 0] = dayStart.split(':').map(Number);
  return {
    clients: clients.map(({ key, target }) => ({
      key,
      clientId:
        target.to === 'client'
          ? target.clientId
          : target.to === 'new'
            ? (idOf.get(shortName(target.name)) ?? null)
            : null,
    })),
    projects: projects.flatMap(({ key, project, target }): ProjectOrder[] => {
      if (target.to === 'note') return [];
      if (target.to === 'task') return [{ key, project, taskId: target.taskId, title: null }];
      return [{ key, project, taskId: ids.next(), title: shortName(project, 500) }];
    }),
    drafts,
    dayStart: (hours * 60 + minutes) * 60_000,
    person,
    billable: billable === 'file',
    tags,
    now,
  };
}
