import type { Worker } from 'node:worker_threads';
import { AppError } from '#shared/ipc/errors.ts';
import type { Timer } from '../../../ports/timer.ts';
import { unpacked } from '../../../store/failure.ts';
import type { Standpoint } from '../standpoint.ts';
import type {
  AnswerName,
  AnswerOf,
  FromReportThread,
  QueryOf,
  ReportThreadData,
  ToReportThread,
} from './protocol.ts';

export type StartReportThread = (data: ReportThreadData) => Worker;

/** Who looks at reports asks again soon; after that the thread's memory is given back. */
const UNUSED_MS = 20_000;
/** A thread that does not end by itself when told to is ended from outside. */
const END_MS = 5_000;

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

/** A thread that reads whole ranges of time, as the window's thread sees it: there only while it is used. */
export class ReportThread {
  readonly #start: () => Worker;
  readonly #timer: Timer;
  readonly #onError: (error: unknown) => void;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #gone: Promise<void> = Promise.resolve();
  #forget: () => void = () => {};
  #stopped = false;
  #next = 1;

  /** `onError` is told what ended the thread; who waits for it is told only that it ended. */
  constructor(start: () => Worker, timer: Timer, onError: (error: unknown) => void) {
    this.#start = start;
    this.#timer = timer;
    this.#onError = onError;
  }

  /** Throws what the thread threw; `unavailable` when it ended unexpectedly, `cancelled` after `stop`. */
  ask<Name extends AnswerName>(name: Name, query: QueryOf<Name>, from: Standpoint): Promise<AnswerOf<Name>> {
    if (this.#stopped) return Promise.reject(new AppError('cancelled'));
    this.#forget();
    const worker = this.#worker ?? this.#begin();
    const call = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve: resolve as (value: never) => void, reject });
      worker.postMessage({ do: 'answer', call, name, query, from } satisfies ToReportThread);
    });
  }

  /** Ends it for good, in time for closing the workspace. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#end();
    await this.#gone;
  }

  #begin(): Worker {
    const worker = this.#start();
    this.#worker = worker;
    worker.on('message', (message: FromReportThread) => this.#heard(message));
    worker.on('error', this.#onError);
    const gone = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        if (this.#worker === worker) this.#lost();
        resolve();
      });
    });
    const before = this.#gone;
    this.#gone = before.then(() => gone);
    return worker;
  }

  #heard(message: FromReportThread): void {
    const waiting = this.#waiting.get(message.call);
    if (!waiting) return;
    this.#waiting.delete(message.call);
    if (this.#waiting.size === 0) this.#forget = this.#timer.after(UNUSED_MS, () => this.#end());
    if ('failure' in message) waiting.reject(unpacked(message.failure));
    else waiting.resolve(message.value as never);
  }

  #end(): void {
    this.#forget();
    const worker = this.#worker;
    if (!worker) return;
    this.#worker = null;
    worker.postMessage({ do: 'end' } satisfies ToReportThread);
    const late = setTimeout(() => void worker.terminate(), END_MS);
    void this.#gone.then(() => clearTimeout(late));
    this.#failAll(new AppError('cancelled'));
  }

  #lost(): void {
    this.#worker = null;
    this.#forget();
    this.#failAll(new AppError('unavailable'));
  }

  #failAll(error: AppError): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
