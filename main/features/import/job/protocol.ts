import { type ErrorFacts, errorFacts } from '#shared/domain/error-facts.ts';
import type { ImportSource } from '#shared/domain/import/columns.ts';
import type { ErrorCode, ErrorDetails } from '#shared/ipc/errors.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { ImportCheck, ImportFound, ImportNotice, NoticedRow, ReadingInput } from '#shared/ipc/import.ts';
import type { ClientDraft } from '../../../ports/client-drafts.ts';

/** What the importing thread is started with. */
export interface ImportThreadData {
  /** Path of the workspace file. */
  readonly database: string;
  /** See `Turn`. */
  readonly turn: SharedArrayBuffer;
  /** One cell; anything but zero asks the thread to stop what it does. */
  readonly stop: SharedArrayBuffer;
}

/** Where the rows of a found client go; null leaves them out. */
export interface ClientOrder {
  readonly key: string;
  readonly clientId: string | null;
}

export interface ProjectOrder {
  readonly key: string;
  readonly project: string;
  readonly taskId: string;
  /** Set for a task that is yet to be made. */
  readonly title: string | null;
}

export interface CheckOrder {
  readonly clients: readonly ClientOrder[];
  readonly projects: readonly ProjectOrder[];
  readonly drafts: readonly ClientDraft[];
  /** Milliseconds after midnight. */
  readonly dayStart: number;
  readonly person: string | null;
  readonly billable: boolean;
  readonly tags: boolean;
  readonly now: number;
}

export interface RunOrder {
  readonly importId: string;
  readonly source: ImportSource;
  readonly file: string;
  readonly now: number;
}

export interface Calls {
  open(input: { readonly file: string; readonly zone: string; readonly now: number }): ImportFound;
  read(input: ReadingInput & { readonly now: number }): ImportFound;
  check(input: CheckOrder): ImportCheck;
  rows(input: { readonly notice: ImportNotice; readonly offset: number; readonly limit: number }): {
    readonly count: number;
    readonly rows: readonly NoticedRow[];
  };
  run(input: RunOrder): { readonly entries: number; readonly length: number };
  undo(input: { readonly importId: string; readonly now: number }): null;
}
export type CallName = keyof Calls;
export type CallInput<Name extends CallName> = Parameters<Calls[Name]>[0];
export type CallOutput<Name extends CallName> = ReturnType<Calls[Name]>;

export type ToThread =
  | { readonly do: 'call'; readonly call: number; readonly name: CallName; readonly input: unknown }
  /** Ends the thread once it has closed the database. */
  | { readonly do: 'end' };

/** An error on its way to the other thread: what it means and never what it quotes. */
export type Failure =
  | { readonly code: ErrorCode; readonly details: ErrorDetails }
  | { readonly code: null; readonly facts: ErrorFacts };

export type FromThread =
  | { readonly say: 'progress'; readonly call: number; readonly done: number; readonly total: number }
  | { readonly say: 'value'; readonly call: number; readonly value: unknown }
  | { readonly say: 'failure'; readonly call: number; readonly failure: Failure };

export function packed(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, details: error.details };
  return { code: null, facts: errorFacts(error) };
}

/** Something that nobody expected in the thread, with what a log may hold of it. */
export class ThreadError extends Error {
  readonly facts: ErrorFacts;

  constructor(facts: ErrorFacts) {
    super('the importing thread failed');
    this.facts = facts;
  }
}

export function unpacked(failure: Failure): Error {
  return failure.code === null ? new ThreadError(failure.facts) : new AppError(failure.code, failure.details);
}
