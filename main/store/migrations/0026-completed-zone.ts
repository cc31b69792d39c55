import type { Migration } from '../migrate.ts';

// The day on which a task was finished decides its price and its period. It is the day of where the person was then,
// whatever zone the computer is in when it is looked at.
export const completedZone: Migration = {
  version: 26,
  name: 'completed-zone',
  sql: 'ALTER TABLE tasks ADD COLUMN completed_zone TEXT',
};
