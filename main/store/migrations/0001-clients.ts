import type { Migration } from '../migrate.ts';

export const clients: Migration = {
  version: 1,
  name: 'clients',
  sql: `
    CREATE TABLE clients (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 4),
      color INTEGER NOT NULL CHECK (color BETWEEN 1 AND 8),
      zone TEXT NOT NULL,
      working_hours TEXT NOT NULL CHECK (json_valid(working_hours)),
      language TEXT NOT NULL,
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      response_minutes INTEGER CHECK (response_minutes > 0),
      notes TEXT NOT NULL DEFAULT '',
      contract_start TEXT,
      contract_end TEXT,
      confidential_until TEXT,
      state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'ended')),
      pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
      archived_at INTEGER,
      sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE contacts (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      role TEXT NOT NULL DEFAULT '',
      email TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      rank TEXT NOT NULL
    ) STRICT;
    CREATE INDEX contacts_by_client ON contacts (client_id, rank);

    CREATE TABLE channels (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      priority TEXT NOT NULL CHECK (priority IN ('main', 'second')),
      kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'chat', 'video', 'board', 'other')),
      value TEXT NOT NULL DEFAULT '',
      UNIQUE (client_id, priority)
    ) STRICT;
  `,
};
