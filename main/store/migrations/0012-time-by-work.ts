import type { Migration } from '../migrate.ts';

// Holds all that a report adds up, in an order in which what belongs together stands together: neither is the table
// read nor anything sorted. Finds a task's entries too, as the index did whose place it takes.
const index = `
    DROP INDEX time_entries_by_task;
    CREATE INDEX time_entries_by_work ON time_entries
      (task_id, client_id, work_kind_id, category, billable, started_at, ended_at);`;

// What ran when a gap began is that of its entry as long as the entry is there and the client's, so that a correction
// there holds for the gap too.
const ofEntry = (column: string) =>
  `CASE WHEN e.client_id = g.client_id THEN e.${column} ELSE g.${column} END AS ${column}`;
const view = `
    CREATE VIEW gap_subjects AS
      SELECT g.id, g.client_id, g.entry_id, ${['task_id', 'note', 'category', 'work_kind_id', 'billable'].map(ofEntry).join(',\n        ')},
        g.started_at, g.ended_at, g.zone, g.cause, g.noticed_at, g.answer, g.answered_at
      FROM time_gaps g LEFT JOIN time_entries e ON e.id = g.entry_id;`;

export const timeByWork: Migration = { version: 12, name: 'time by work', sql: `${index}${view}` };
