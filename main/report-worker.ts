import { parentPort, workerData } from 'node:worker_threads';
import type { ReportThreadData } from './features/reports/thread/protocol.ts';
import { serve } from './features/reports/thread/serve.ts';
import { openDatabase } from './store/open.ts';

// Entry of the thread that adds up whole ranges of time over a connection of its own, which only reads.
const port = parentPort;
if (!port) throw new Error('this is the entry of a thread');
const { database } = workerData as ReportThreadData;
const sql = openDatabase(database, { readOnly: true });
port.on(
  'message',
  serve({
    sql,
    say: (message) => port.postMessage(message),
    end() {
      sql.close();
      port.close();
    },
  }),
);
