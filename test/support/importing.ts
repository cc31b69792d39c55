import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StartThread } from '#main/features/import/thread.ts';

/** The real thread, run from its source. */
export const startImporting: StartThread = (data) =>
  new Worker(resolve(import.meta.dirname, '../../main/import-worker.ts'), { workerData: data });
