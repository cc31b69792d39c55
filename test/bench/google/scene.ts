import { join } from 'node:path';
import { loopbackClient, loopbackEndpoints } from '#main/google/endpoints.ts';
import { createGoogle } from '#main/google/index.ts';
import { systemClock } from '#main/platform/clock.ts';
import { createIds } from '#main/platform/ids.ts';
import type { Store } from '#main/store/store.ts';
import { SyncEngine } from '#main/sync/engine.ts';
import { WorkerRounds } from '#main/sync/worker/rounds.ts';
import { startThread } from '#main/sync/worker/thread.ts';
import type { SyncWorkerData } from '#main/sync-worker.ts';
import { MemoryCredentialStore } from '#test/support/credential-store.ts';
import { openTestStore } from '#test/support/store.ts';
import type { OtherSide } from './other-side.ts';

/** The copying thread as the app runs it: `npm run build` makes it. */
const bundle = join(import.meta.dirname, '../../../out/main/sync-worker.cjs');

export interface Scene {
  readonly store: Store;
  readonly engine: SyncEngine;
  readonly account: string;
}

/** A workspace on disk with one connected account, the real sync, and the calendar given to a client. */
export async function openScene(side: OtherSide, folder: string, name: string): Promise<Scene> {
  const store = openTestStore(join(folder, `${name}.db`));
  const ids = createIds(systemClock);
  const [account, client] = [ids.next(), ids.next()];
  const credentials = new MemoryCredentialStore();
  await credentials.write(`google:${account}`, side.refreshToken);
  const quiet = {
    info() {},
    warn: (event: string, fields: unknown) => process.stderr.write(`${event} ${JSON.stringify(fields)}\n`),
    error() {},
  };
  const endpoints = loopbackEndpoints(side.url, false);
  const google = createGoogle({
    endpoints,
    client: loopbackClient,
    credentials,
    opener: { open: () => Promise.reject(new Error('nothing is opened')) },
    logger: quiet,
    texts: () => ({ done: '', refused: '' }),
    now: () => systemClock.monotonic(),
  });
  const now = systemClock.now();
  store.sql
    .prepare(
      'INSERT INTO accounts (id, subject, email, reads_calendar, reads_files, created_at) VALUES (?, ?, ?, 1, 1, ?)',
    )
    .run(account, side.subject, 'bench@example.com', now);
  store.sql
    .prepare(
      `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
       VALUES (?, 'Bench', 'BE', 1, 'Europe/Berlin', '[]', 'en', 'EUR', 1, 1)`,
    )
    .run(client);
  store.sql
    .prepare(
      `INSERT INTO calendars (id, account_id, client_id, remote_id, name, zone, role, is_primary)
       VALUES (?, ?, ?, ?, 'Bench', 'Europe/Berlin', 'owner', 0)`,
    )
    .run(ids.next(), account, client, side.calendar);
  store.sql
    .prepare(
      `INSERT INTO drive_folders (id, account_id, client_id, remote_id, drive_id, name, created_at)
       VALUES (?, ?, ?, ?, '', 'Bench', ?)`,
    )
    .run(ids.next(), account, client, side.folder, now);
  const rounds = new WorkerRounds({
    store,
    access: google.access,
    logger: quiet,
    start: (data) => startThread(bundle, { ...data, endpoints } satisfies SyncWorkerData),
  });
  const engine = new SyncEngine({ store, rounds, clock: systemClock, logger: quiet });
  return { store, engine, account };
}
