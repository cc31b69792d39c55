import type { Migration } from '../migrate.ts';

const perTask = `terms_id IN (SELECT t.id FROM agreement_terms t JOIN agreements a ON a.id = t.agreement_id
  WHERE a.kind = 'per_task')`;

// An agreement is a chain of dated terms. What work was worth is written down when terms change under it, so that the
// past is never priced anew by itself; without such a row the terms of its day are its price.
export const agreements: Migration = {
  version: 15,
  name: 'agreements',
  sql: `
    ALTER TABLE agreements RENAME TO agreements_before;
    CREATE TABLE agreements (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('hourly', 'per_task', 'day_rate', 'retainer')),
      title TEXT NOT NULL DEFAULT '',
      -- Null for all work that no other agreement of the client names.
      work_kinds TEXT CHECK (work_kinds IS NULL OR json_array_length(work_kinds) > 0),
      ended_on TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      UNIQUE (id, client_id)
    ) STRICT;
    CREATE INDEX agreements_by_client ON agreements (client_id);
    CREATE TABLE agreement_terms (
      id TEXT PRIMARY KEY,
      agreement_id TEXT NOT NULL,
      client_id TEXT NOT NULL,
      valid_from TEXT NOT NULL,
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      -- Per hour, per task, per day, or the fee of a cycle.
      rate_minor INTEGER NOT NULL CHECK (rate_minor >= 0),
      terms TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(terms)),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      UNIQUE (agreement_id, valid_from),
      UNIQUE (id, client_id),
      FOREIGN KEY (agreement_id, client_id) REFERENCES agreements (id, client_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX agreement_terms_by_client ON agreement_terms (client_id);

    INSERT INTO agreements (id, client_id, kind, created_at, updated_at)
      SELECT id, client_id, kind, created_at, updated_at FROM agreements_before AS first
      WHERE valid_from = (SELECT min(valid_from) FROM agreements_before
        WHERE client_id = first.client_id AND kind = first.kind);
    INSERT INTO agreement_terms (id, agreement_id, client_id, valid_from, currency, rate_minor, terms, created_at, updated_at)
      SELECT b.id, a.id, b.client_id, b.valid_from, b.currency, b.rate_minor, b.terms, b.created_at, b.updated_at
      FROM agreements_before b JOIN agreements a ON a.client_id = b.client_id AND a.kind = b.kind;
    DROP TABLE agreements_before;

    -- The id is the entry's.
    CREATE TABLE entry_prices (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL,
      terms_id TEXT NOT NULL,
      rate_minor INTEGER NOT NULL CHECK (rate_minor >= 0),
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      terms TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(terms)),
      -- The day that the price is for, as instants of the zone that the entry was made in.
      day_start INTEGER NOT NULL,
      day_end INTEGER NOT NULL CHECK (day_end > day_start),
      FOREIGN KEY (id, client_id) REFERENCES time_entries (id, client_id) ON DELETE CASCADE,
      FOREIGN KEY (terms_id, client_id) REFERENCES agreement_terms (id, client_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX entry_prices_by_terms ON entry_prices (terms_id);
    CREATE INDEX entry_prices_by_client ON entry_prices (client_id);

    -- The id is the task's; without terms the price was typed for this task.
    CREATE TABLE task_prices (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL,
      terms_id TEXT,
      price_minor INTEGER NOT NULL CHECK (price_minor > 0),
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      FOREIGN KEY (id, client_id) REFERENCES tasks (id, client_id) ON DELETE CASCADE,
      FOREIGN KEY (terms_id, client_id) REFERENCES agreement_terms (id, client_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX task_prices_by_client ON task_prices (client_id);
    CREATE INDEX task_prices_by_terms ON task_prices (terms_id) WHERE terms_id IS NOT NULL;

    -- An entry that becomes other work is priced by the terms of its day again.
    CREATE TRIGGER entry_prices_end BEFORE UPDATE OF client_id, task_id, work_kind_id, started_at, zone ON time_entries
    BEGIN
      DELETE FROM entry_prices WHERE id = old.id AND (
        new.client_id <> old.client_id OR new.work_kind_id IS NOT old.work_kind_id OR new.zone <> old.zone
        OR new.started_at < day_start OR new.started_at >= day_end
        OR (new.task_id IS NOT old.task_id AND ${perTask}));
    END;
    CREATE TRIGGER task_prices_end BEFORE UPDATE OF work_kind_id ON tasks WHEN new.work_kind_id IS NOT old.work_kind_id
    BEGIN
      DELETE FROM task_prices WHERE id = old.id AND terms_id IS NOT NULL;
    END;
  `,
};
