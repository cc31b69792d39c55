import type { Migration } from '../migrate.ts';

// Rounds belong to nobody's client: those of the sample workspace are marked, so that they go with it.
export const sampleRounds: Migration = {
  version: 25,
  name: 'sample-rounds',
  sql: 'ALTER TABLE focus_rounds ADD COLUMN sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1));',
};
