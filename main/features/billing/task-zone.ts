/**
 * SQL: the zone in which task `t` was worked on last; null without work. The day on which a task was finished is counted
 * there, so that neither its price nor its period changes when the person travels.
 */
export const zoneOfTask = `(SELECT z.zone FROM time_entries z WHERE z.task_id = t.id
  ORDER BY z.started_at DESC, z.id DESC LIMIT 1)`;
