import { parentPort, workerData } from 'node:worker_threads';
import type { GoogleEndpoints } from './google/endpoints.ts';
import { createGateways } from './google/index.ts';
import { systemClock } from './platform/clock.ts';
import { createIds } from './platform/ids.ts';
import { openDatabase } from './store/open.ts';
import { Turn } from './store/turn.ts';
import { Backoff, systemWait } from './sync/backoff.ts';
import { LocalRounds } from './sync/rounds.ts';
import { SyncStore } from './sync/sync-store.ts';
import { AskedTokens } from './sync/worker/asked-tokens.ts';
import type { FromWorker, ToWorker, WorkerStart } from './sync/worker/protocol.ts';
import { serve } from './sync/worker/serve.ts';

/** What the copying thread needs to know beside what every thread of its kind does. */
export interface SyncWorkerData extends WorkerStart {
  readonly endpoints: GoogleEndpoints;
}

// Entry of the thread that copies from Google: it fetches, reads and stores over a connection of its own.
const port = parentPort;
if (!port) throw new Error('this is the entry of a thread');
const { database, turn, fresh, endpoints } = workerData as SyncWorkerData;
const say = (message: FromWorker): void => port.postMessage(message);
const sql = openDatabase(database);
// A large import holds the database for some seconds; nobody waits for this thread meanwhile.
sql.pragma('busy_timeout = 60000');
const tokens = new AskedTokens(say);
const log =
  (level: 'info' | 'warn' | 'error') =>
  (event: string, fields = {}): void =>
    say({ say: 'log', level, event, fields });
const rounds = new LocalRounds({
  ...createGateways(endpoints, tokens),
  store: new SyncStore(sql, new Turn(turn), (changes) => {
    if (changes.length > 0) say({ say: 'changes', changes });
  }),
  backoff: new Backoff({ now: () => systemClock.monotonic(), random: Math.random, wait: systemWait }),
  clock: systemClock,
  ids: createIds(systemClock),
  logger: { info: log('info'), warn: log('warn'), error: log('error') },
  fresh,
});
const end = (): void => {
  sql.close();
  process.exit();
};
port.on('message', serve({ rounds, tokens, fresh, say, end }) satisfies (message: ToWorker) => void);
