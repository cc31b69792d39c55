import { performance } from 'node:perf_hooks';
import type { Worker } from 'node:worker_threads';
import { GoogleAccess } from '#main/google/access.ts';
import { loopbackEndpoints } from '#main/google/endpoints.ts';
import { createGateways } from '#main/google/index.ts';
import { GoogleTokens } from '#main/google/tokens.ts';
import type { Store } from '#main/store/store.ts';
import { Backoff } from '#main/sync/backoff.ts';
import { SyncEngine } from '#main/sync/engine.ts';
import type { SyncParts } from '#main/sync/parts.ts';
import { LocalRounds } from '#main/sync/rounds.ts';
import { SyncStore } from '#main/sync/sync-store.ts';
import type { WorkerStart } from '#main/sync/worker/protocol.ts';
import { WorkerRounds } from '#main/sync/worker/rounds.ts';
import { CountingIds, FakeClock } from '#test/support/clock.ts';
import { MemoryCredentialStore } from '#test/support/credential-store.ts';
import { openTestStore } from '#test/support/store.ts';
import type { FakeGoogle } from '../index.ts';
import { ALL_SCOPES } from '../spec/client.ts';
import { loopbackOnly } from './loopback-only.ts';

/** The app's own sync over the real client library, against the fake, without a window. */
export interface Harness {
  readonly store: Store;
  readonly engine: SyncEngine;
  readonly parts: SyncParts;
  readonly tokens: GoogleTokens;
  readonly access: GoogleAccess;
  readonly credentials: MemoryCredentialStore;
  readonly clock: FakeClock;
  /** Pauses that the app asked for, milliseconds. They are not really waited. */
  readonly pauses: number[];
  /** An account as it is after a person signed in. */
  connect(email: string): Promise<string>;
  addClient(): string;
  /** Gives a calendar to a client, by its remote id. */
  assign(remoteId: string, clientId: string | null): void;
  assignFolder(accountId: string, remoteId: string, driveId: string, clientId: string): string;
}

/** Time that runs for slices, and stands still for everything that is stored. */
class SyncClock extends FakeClock {
  override monotonic(): number {
    return performance.now() + super.monotonic();
  }
}

/** @param thread the rounds run in the app's own thread, over a workspace file; otherwise here. */
export function createHarness(
  google: FakeGoogle,
  thread?: { readonly file: string; readonly start: (data: WorkerStart) => Worker },
): Harness {
  loopbackOnly();
  const store = openTestStore(thread?.file);
  const clock = new SyncClock('2026-11-25T10:42:00Z', 'Europe/Berlin');
  const ids = new CountingIds();
  const credentials = new MemoryCredentialStore();
  const tokens = new GoogleTokens(credentials, google.client);
  const endpoints = loopbackEndpoints(google.url, false);
  const access = new GoogleAccess(endpoints, tokens, () => performance.now());
  const pauses: number[] = [];
  const wait = async (ms: number, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    pauses.push(ms);
    clock.advance(ms);
  };
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const parts: SyncParts = {
    ...createGateways(endpoints, access),
    store: new SyncStore(store.sql, store.turn, (changes) => store.feed.publish(changes)),
    backoff: new Backoff({ now: () => clock.monotonic(), random: () => 0.5, wait }),
    clock,
    ids,
    logger: quiet,
    fresh: new Map(),
  };
  return {
    store,
    engine: new SyncEngine({
      store,
      rounds: thread
        ? new WorkerRounds({ store, access, logger: quiet, start: thread.start })
        : new LocalRounds(parts),
      clock,
      logger: quiet,
    }),
    parts,
    tokens,
    access,
    credentials,
    clock,
    pauses,
    async connect(email) {
      const user = google.accounts.userByEmail(email);
      const grant = google.accounts.grant(user, google.client.id, ALL_SCOPES);
      const id = ids.next();
      await tokens.keep(id, grant.refreshToken);
      store.sql
        .prepare(
          'INSERT INTO accounts (id, subject, email, reads_calendar, reads_files, created_at) VALUES (?, ?, ?, 1, 1, ?)',
        )
        .run(id, user.sub, email, clock.now());
      return id;
    },
    addClient() {
      const id = ids.next();
      store.sql
        .prepare(
          `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
           VALUES (?, ?, 'AA', 1, 'Europe/London', '[]', 'en', 'EUR', 1, 1)`,
        )
        .run(id, `Client ${id}`);
      return id;
    },
    assign(remoteId, clientId) {
      store.sql.prepare('UPDATE calendars SET client_id = ? WHERE remote_id = ?').run(clientId, remoteId);
    },
    assignFolder(accountId, remoteId, driveId, clientId) {
      const id = ids.next();
      store.sql
        .prepare(
          `INSERT INTO drive_folders (id, account_id, client_id, remote_id, drive_id, name, created_at)
           VALUES (?, ?, ?, ?, ?, 'Folder', 1)`,
        )
        .run(id, accountId, clientId, remoteId, driveId);
      return id;
    },
  };
}
