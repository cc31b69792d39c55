import { performance } from 'node:perf_hooks';
import { createCalendarGateway } from '#main/google/calendar-gateway.ts';
import { createDriveGateway } from '#main/google/drive-gateway.ts';
import { loopbackEndpoints } from '#main/google/endpoints.ts';
import { GoogleSessions } from '#main/google/sessions.ts';
import { GoogleTokens } from '#main/google/tokens.ts';
import type { Store } from '#main/store/store.ts';
import { Backoff } from '#main/sync/backoff.ts';
import { SyncEngine } from '#main/sync/engine.ts';
import type { SyncParts } from '#main/sync/parts.ts';
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
  readonly sessions: GoogleSessions;
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

export function createHarness(google: FakeGoogle, file = ':memory:'): Harness {
  loopbackOnly();
  const store = openTestStore(file);
  const clock = new SyncClock('2026-11-25T10:42:00Z', 'Europe/Berlin');
  const ids = new CountingIds();
  const credentials = new MemoryCredentialStore();
  const tokens = new GoogleTokens(credentials, google.client);
  const sessions = new GoogleSessions(loopbackEndpoints(google.url, false), tokens);
  const pauses: number[] = [];
  const wait = async (ms: number, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    pauses.push(ms);
    clock.advance(ms);
  };
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const parts: SyncParts = {
    store,
    calendars: createCalendarGateway(sessions),
    drive: createDriveGateway(sessions),
    backoff: new Backoff({ now: () => clock.monotonic(), random: () => 0.5, wait }),
    clock,
    ids,
    logger: quiet,
  };
  return {
    store,
    engine: new SyncEngine(parts),
    parts,
    tokens,
    sessions,
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
