import type { Migration } from '../migrate.ts';

// Kinds of work, categories and clients are few: where they stand before the task, a report by them or by dates is read
// in some hundred groups instead of in one for each task. A task's entries have an index of their own again; those of a
// kind are found by the new one.
export const timeByKind: Migration = {
  version: 24,
  name: 'time by kind',
  sql: `
    DROP INDEX time_entries_by_work;
    DROP INDEX time_entries_by_work_kind;
    CREATE INDEX time_entries_by_work ON time_entries
      (work_kind_id, category, billable, client_id, task_id, started_at, ended_at);
    CREATE INDEX time_entries_by_task ON time_entries (task_id) WHERE task_id IS NOT NULL;
  `,
};
