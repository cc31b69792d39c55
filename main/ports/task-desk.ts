import type { TaskRow } from '#shared/ipc/tasks.ts';

/** Tasks for features that are not tasks: reminders, the tray. */
export interface TaskDesk {
  /** Open tasks due up to and including `until` (ISO day) for someone in `zone`, soonest first. */
  dueUntil(until: string, zone: string): readonly TaskRow[];
  /** Completes a task as the person would; throws `not_found` when it has gone. */
  complete(id: string): void;
}
