import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#main/store/open.ts';
import { Turn } from '#main/store/turn.ts';
import { SyncStore } from '#main/sync/sync-store.ts';

// Entry of a thread that copies for some seconds without a pause, as one batch that could be one transaction.
const { database, turn, rows } = workerData as { database: string; turn: SharedArrayBuffer; rows: number };
const sql = openDatabase(database);
const store = new SyncStore(sql, new Turn(turn), () => {});
const put = sql.prepare('INSERT INTO copies (text) VALUES (?)');
parentPort?.postMessage('started');
store.stage(
  Array.from({ length: rows }, (_, i) => i),
  (i) => put.run(`${i} `.repeat(50)),
);
sql.close();
parentPort?.postMessage('done');
