/**
 * SQL: the zone in which task `t` was finished, else in which it was worked on last; null where neither is known. The day
 * on which a task was finished is counted there, so that neither its price nor its period changes when the person travels.
 */
export const zoneOfTask = `coalesce(t.completed_zone, (SELECT z.zone FROM time_entries z WHERE z.task_id = t.id
  ORDER BY z.started_at DESC, z.id DESC LIMIT 1))`;
