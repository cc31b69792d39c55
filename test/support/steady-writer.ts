import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#main/store/open.ts';

// Entry of a thread that writes through a connection of its own without a pause, until it is terminated.
const sql = openDatabase(workerData as string);
// Many small commits, none of which has to be on the disk.
sql.pragma('synchronous = OFF');
const put = sql.prepare('INSERT INTO copies (text) VALUES (?)');
const go = (): void => {
  put.run('another');
  setImmediate(go);
};
go();
parentPort?.postMessage('started');
