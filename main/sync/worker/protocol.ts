import { AppError, type ErrorCode } from '#shared/ipc/errors.ts';
import type { Change } from '#shared/ipc/topics.ts';
import type { LogFields } from '../../ports/logger.ts';
import { RemoteError, type RemoteProblem } from '../../ports/remote.ts';
import type { FreshCursors } from '../parts.ts';
import type { SyncPhase } from '../rounds.ts';

/** What the copying thread is started with. */
export interface WorkerStart {
  /** Path of the workspace file. */
  readonly database: string;
  /** See `Turn`. */
  readonly turn: SharedArrayBuffer;
  readonly fresh: FreshCursors;
}

/** An error on its way to the other thread: what it means and never what it quotes. */
export type Failure =
  | { readonly kind: 'remote'; readonly problem: RemoteProblem; readonly status: number | null }
  | { readonly kind: 'app'; readonly code: ErrorCode }
  | { readonly kind: 'other'; readonly name: string };

/** From the main thread. `run` and `ask` are numbers that pair an answer with its question. */
export type ToWorker =
  | { readonly do: 'run'; readonly run: number; readonly accountId: string; readonly withList: boolean }
  | { readonly do: 'cancel'; readonly run: number }
  | { readonly do: 'token'; readonly ask: number; readonly token: string }
  | { readonly do: 'no-token'; readonly ask: number; readonly failure: Failure }
  /** Ends the thread once it has closed the database. */
  | { readonly do: 'end' };

export type FromWorker =
  | { readonly say: 'phase'; readonly run: number; readonly phase: SyncPhase; readonly total: number | null }
  | { readonly say: 'seen'; readonly run: number; readonly count: number }
  | { readonly say: 'step'; readonly run: number }
  | { readonly say: 'changes'; readonly changes: readonly Change[] }
  | {
      readonly say: 'token';
      readonly ask: number;
      readonly accountId: string;
      readonly refused: string | null;
    }
  | {
      readonly say: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly event: string;
      readonly fields: LogFields;
    }
  | {
      readonly say: 'done';
      readonly run: number;
      /** Null for a round that ended well. */
      readonly failure: Failure | null;
      readonly fresh: FreshCursors;
    };

export function packed(error: unknown): Failure {
  if (error instanceof RemoteError) return { kind: 'remote', problem: error.problem, status: error.status };
  if (error instanceof AppError) return { kind: 'app', code: error.code };
  return { kind: 'other', name: error instanceof Error ? error.name : typeof error };
}

export function unpacked(failure: Failure): Error {
  if (failure.kind === 'remote') return new RemoteError(failure.problem, { status: failure.status });
  if (failure.kind === 'app') return new AppError(failure.code);
  const error = new Error('the copying thread failed');
  error.name = failure.name;
  return error;
}
