import type { Migration } from '../migrate.ts';

// The zone in which a task was worked on last is found by one look instead of by all its entries.
export const taskZones: Migration = {
  version: 28,
  name: 'task zones',
  sql: `
    DROP INDEX time_entries_by_task;
    CREATE INDEX time_entries_by_task ON time_entries (task_id, started_at) WHERE task_id IS NOT NULL;
  `,
};
