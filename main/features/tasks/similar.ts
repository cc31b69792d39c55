import { type Comparable, similar, type Took, tookOf } from '#shared/domain/similar-tasks.ts';
import type { Sql } from '../../store/open.ts';
import type { TaskRepository } from './repository.ts';

/** As many finished tasks of the client are looked at, the latest first: what took years ago says little. */
const LOOKED_AT = 500;

/** What finished tasks of the same client took that are like one; null with too few of them. */
export interface SimilarTasks {
  /** Throws `not_found`. */
  ofTask(id: string): Took | null;
  /** For one that is only being written. */
  ofNew(clientId: string, task: Comparable): Took | null;
}

/** Looks them up. Time of a timer that still runs does not count. */
export function createSimilar(sql: Sql, tasks: TaskRepository): SimilarTasks {
  // The latest are picked first, so that only their time is added up.
  const finished = sql.prepare<[string], Comparable & { readonly id: string; readonly seconds: number }>(
    `SELECT t.id, t.title, t.category, t.work_kind_id AS workKindId,
       (SELECT coalesce(sum(e.ended_at - e.started_at), 0) / 1000 FROM time_entries e WHERE e.task_id = t.id) AS seconds
     FROM (SELECT id FROM tasks WHERE client_id = ? AND completed_at IS NOT NULL
       ORDER BY completed_at DESC LIMIT ${LOOKED_AT}) latest
     JOIN tasks t ON t.id = latest.id`,
  );
  const took = (clientId: string, task: Comparable, except: string | null) =>
    tookOf(
      finished
        .all(clientId)
        .filter((other) => other.id !== except && similar(task, other))
        .map(({ seconds }) => seconds),
    );
  return {
    ofTask(id) {
      const task = tasks.task(id);
      return took(task.clientId, task, id);
    },
    ofNew: (clientId, task) => took(clientId, task, null),
  };
}
