import { join } from 'node:path';
import { loopbackClient, loopbackEndpoints } from '#main/google/endpoints.ts';
import { createGoogle } from '#main/google/index.ts';
import { systemClock } from '#main/platform/clock.ts';
import { createIds } from '#main/platform/ids.ts';
import type { Store } from '#main/store/store.ts';
import { Backoff, systemWait } from '#main/sync/backoff.ts';
import { SyncEngine } from '#main/sync/engine.ts';
import { MemoryCredentialStore } from '#test/support/credential-store.ts';
import { openTestStore } from '#test/support/store.ts';
import type { OtherSide } from './other-side.ts';

export interface Scene {
  readonly store: Store;
  readonly engine: SyncEngine;
  readonly account: string;
  /** Requests so far for events, files and lists. */
  requests(): number;
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
  const google = createGoogle({
    endpoints: loopbackEndpoints(side.url, false),
    client: loopbackClient,
    credentials,
    opener: { open: () => Promise.reject(new Error('nothing is opened')) },
    logger: quiet,
    texts: () => ({ done: '', refused: '' }),
  });
  let count = 0;
  const counted = <T extends object>(gateway: T): T =>
    new Proxy(gateway, {
      get(target, key) {
        const method = Reflect.get(target, key) as (...args: unknown[]) => unknown;
        return (...args: unknown[]) => {
          count += 1;
          return method.apply(target, args);
        };
      },
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
  const engine = new SyncEngine({
    calendars: counted(google.calendars),
    drive: counted(google.drive),
    store,
    backoff: new Backoff({ now: () => systemClock.monotonic(), random: Math.random, wait: systemWait }),
    clock: systemClock,
    ids,
    logger: quiet,
  });
  return { store, engine, account, requests: () => count };
}
