import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import type { ImportThreadData } from './features/import/job/protocol.ts';
import { Pulse } from './features/import/job/pulse.ts';
import { serve } from './features/import/job/serve.ts';
import { openDatabase } from './store/open.ts';
import { Turn } from './store/turn.ts';

// Entry of the thread that reads files of other trackers and stores them over a connection of its own.
const port = parentPort;
if (!port) throw new Error('this is the entry of a thread');
const { database, turn, stop } = workerData as ImportThreadData;
const sql = openDatabase(database);
// The log of one large transaction is taken in when it is over, not within its commit.
sql.pragma('wal_autocheckpoint = 0');
// What does not fit would be written out and read again, in the order of eight indexes.
sql.pragma('cache_size = -98304');
port.on(
  'message',
  serve({
    sql,
    turn: new Turn(turn),
    pulse: new Pulse(stop, () => performance.now()),
    say: (message) => port.postMessage(message),
    end() {
      sql.close();
      port.close();
    },
  }),
);
