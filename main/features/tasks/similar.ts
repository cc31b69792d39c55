import { type Comparable, similar, type Took, tookOf } from '#shared/domain/similar-tasks.ts';
import type { Sql } from '../../store/open.ts';
import type { TaskRepository } from './repository.ts';

/** As many finished tasks of the client are looked at, the latest first: what took years ago says little. */
const LOOKED_AT = 500;

/**
 * Looks up what finished tasks like one took: of the same client, with tracked time, none still running. Answers null
 * with too few of them; throws `not_found`.
 */
export function createSimilar(sql: Sql, tasks: TaskRepository): (id: string) => Took | null {
  const finished = sql.prepare<[string, string], Comparable & { readonly seconds: number }>(
    `SELECT t.title, t.category, t.work_kind_id AS workKindId,
       (SELECT coalesce(sum(e.ended_at - e.started_at), 0) / 1000 FROM time_entries e WHERE e.task_id = t.id) AS seconds
     FROM tasks t WHERE t.client_id = ? AND t.id <> ? AND t.completed_at IS NOT NULL
     ORDER BY t.completed_at DESC LIMIT ${LOOKED_AT}`,
  );
  return (id) => {
    const task = tasks.task(id);
    return tookOf(
      finished
        .all(task.clientId, id)
        .filter((other) => similar(task, other))
        .map(({ seconds }) => seconds),
    );
  };
}
