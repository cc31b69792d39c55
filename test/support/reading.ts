import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StartReportThread } from '#main/features/reports/thread/thread.ts';

/** The real thread, run from its source. */
export const startReading: StartReportThread = (data) =>
  new Worker(resolve(import.meta.dirname, '../../main/report-worker.ts'), { workerData: data });
