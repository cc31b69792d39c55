import type { ImportSource } from '#shared/domain/import/columns.ts';
import type { ImportCheck, ImportFound, ImportNotice, NoticedRow, ReadingInput } from '#shared/ipc/import.ts';
import type { ClientDraft } from '../../../ports/client-drafts.ts';
import type { Failure } from '../../../store/failure.ts';

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

export type FromThread =
  | { readonly say: 'progress'; readonly call: number; readonly done: number; readonly total: number }
  | { readonly say: 'value'; readonly call: number; readonly value: unknown }
  | { readonly say: 'failure'; readonly call: number; readonly failure: Failure };
