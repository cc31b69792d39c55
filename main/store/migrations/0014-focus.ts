import type { Migration } from '../migrate.ts';

// Focus counts what the timer was seen to run and holds no hours of its own: nothing here refers to an entry, and no
// sum, report or invoice reads it.
export const focus: Migration = {
  version: 14,
  name: 'focus',
  sql: `
    CREATE TABLE focus (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      phase TEXT NOT NULL CHECK (phase IN ('work', 'done', 'break', 'rested')),
      -- Of the round or the break, milliseconds.
      length INTEGER NOT NULL CHECK (length > 0),
      credited INTEGER NOT NULL CHECK (credited BETWEEN 0 AND length),
      paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
      since INTEGER NOT NULL,
      seen_at INTEGER NOT NULL,
      -- The notification of this phase is out.
      told INTEGER NOT NULL CHECK (told IN (0, 1))
    ) STRICT;

    CREATE TABLE focus_rounds (
      id INTEGER PRIMARY KEY,
      finished_at INTEGER NOT NULL,
      length INTEGER NOT NULL CHECK (length > 0)
    ) STRICT;
    CREATE INDEX focus_rounds_by_end ON focus_rounds (finished_at);
  `,
};
