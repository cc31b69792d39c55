import { Worker } from 'node:worker_threads';
import type { WorkerStart } from './protocol.ts';

/**
 * Some pages of events are tens of megabytes of short-lived objects: with the usual room for young ones the
 * thread would spend its time copying them.
 */
const YOUNG_MB = 128;

/**
 * Starts the copying thread.
 * @param entry of `main/sync-worker.ts`, or of its bundle.
 */
export function startThread<Start extends WorkerStart>(entry: string | URL, data: Start): Worker {
  return new Worker(entry, {
    workerData: data,
    name: 'sync',
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
}
