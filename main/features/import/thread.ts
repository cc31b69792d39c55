import type { Worker } from 'node:worker_threads';
import { AppError } from '#shared/ipc/errors.ts';
import { unpacked } from '../../store/failure.ts';
import type {
  CallInput,
  CallName,
  CallOutput,
  FromThread,
  ImportThreadData,
  ToThread,
} from './job/protocol.ts';

/** A thread that does not end by itself when told to is ended from outside. */
const END_MS = 5_000;

export type StartThread = (data: ImportThreadData) => Worker;

interface Waiting {
  readonly progress: (done: number, total: number) => void;
  resolve(value: never): void;
  reject(error: Error): void;
}

/** A thread that reads files and writes imports, as the window's thread sees it. */
export class ImportThread {
  readonly #worker: Worker;
  readonly #stop: Int32Array;
  readonly #gone: Promise<void>;
  #alive = true;
  #ending = false;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;

  /** @param died is told when it ends without having been told to, or has to be ended from outside. */
  constructor(start: StartThread, data: Omit<ImportThreadData, 'stop'>, died: () => void) {
    const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    this.#stop = new Int32Array(stop);
    this.#worker = start({ ...data, stop });
    this.#worker.on('message', (message: FromThread) => this.#heard(message));
    // What it threw is not told on: it may quote contents. That it ended is.
    this.#worker.on('error', () => {});
    this.#gone = new Promise((resolve) => {
      this.#worker.once('exit', (code) => {
        this.#alive = false;
        if (code !== 0) died();
        this.#failAll();
        resolve();
      });
    });
  }

  /** False once it has ended, whatever the reason. */
  get alive(): boolean {
    return this.#alive;
  }

  /**
   * Asks for one piece of work; calls wait for each other. Throws what the thread threw: `cancelled` after `stop`,
   * `unavailable` when it ended unexpectedly.
   */
  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    progress: (done: number, total: number) => void = () => {},
  ): Promise<CallOutput<Name>> {
    if (!this.#alive) return Promise.reject(this.#over());
    const call = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { progress, resolve: resolve as (value: never) => void, reject });
      this.#send({ do: 'call', call, name, input });
    });
  }

  /** Stops what is being done now. */
  stop(): void {
    if (this.#waiting.size === 0) return;
    Atomics.store(this.#stop, 0, 1);
    Atomics.notify(this.#stop, 0);
  }

  async end(): Promise<void> {
    this.#ending = true;
    this.stop();
    this.#send({ do: 'end' });
    const late = setTimeout(() => void this.#worker.terminate(), END_MS);
    await this.#gone;
    clearTimeout(late);
  }

  #send(message: ToThread): void {
    this.#worker.postMessage(message);
  }

  #heard(message: FromThread): void {
    const waiting = this.#waiting.get(message.call);
    if (!waiting) return;
    if (message.say === 'progress') {
      waiting.progress(message.done, message.total);
      return;
    }
    this.#waiting.delete(message.call);
    // What asked for the stop has got it; the next call begins afresh.
    if (this.#waiting.size === 0) Atomics.store(this.#stop, 0, 0);
    if (message.say === 'value') waiting.resolve(message.value as never);
    else waiting.reject(unpacked(message.failure));
  }

  #failAll(): void {
    for (const waiting of this.#waiting.values()) waiting.reject(this.#over());
    this.#waiting.clear();
  }

  #over(): AppError {
    return this.#ending
      ? new AppError('cancelled')
      : new AppError('unavailable', { reason: 'import.stopped' });
  }
}
