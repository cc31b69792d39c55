import type { BadReason } from '#shared/domain/import/row.ts';
import type { ImportCheck, ImportNotice, NoticedRow } from '#shared/ipc/import.ts';
import type { ClientDraft } from '../../../ports/client-drafts.ts';
import type { ProjectOrder } from './protocol.ts';

/** An entry that is to be written. */
export interface StagedEntry {
  readonly line: number;
  readonly clientId: string;
  readonly taskId: string | null;
  readonly note: string;
  /** UTC milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly billable: boolean;
  readonly key: Uint8Array;
  readonly untimed: boolean;
  readonly differs: boolean;
  overlaps: boolean;
}

export interface BadRow {
  readonly line: number;
  readonly reason: BadReason;
}

/** More than a day in one entry: a timer that was forgotten, most likely. */
export const LONG_MS = 24 * 3_600_000;

/** The outcome of a dry run, kept until it is written or thrown away. Entries are ordered by start. */
export interface Staged {
  readonly zone: string;
  readonly entries: readonly StagedEntry[];
  readonly bad: readonly BadRow[];
  readonly check: ImportCheck;
  /** Those that entries need. */
  readonly drafts: readonly ClientDraft[];
  readonly tasks: readonly (ProjectOrder & { readonly clientId: string; readonly title: string })[];
}

const tests: Record<Exclude<ImportNotice, 'bad'>, (entry: StagedEntry) => boolean> = {
  overlapping: (entry) => entry.overlaps,
  long: (entry) => entry.to - entry.from > LONG_MS,
  untimed: (entry) => entry.untimed,
  differing: (entry) => entry.differs,
};

/** One page of the rows that need a look, by line or start. `nameOf` names a client by its id. */
export function noticedRows(
  staged: Staged,
  notice: ImportNotice,
  offset: number,
  limit: number,
  nameOf: (clientId: string) => string,
): { readonly count: number; readonly rows: readonly NoticedRow[] } {
  if (notice === 'bad') {
    const rows = staged.bad.slice(offset, offset + limit);
    return {
      count: staged.bad.length,
      rows: rows.map((row) => ({ ...row, client: '', note: '', from: null, to: null })),
    };
  }
  const found = staged.entries.filter(tests[notice]);
  return {
    count: found.length,
    rows: found.slice(offset, offset + limit).map(({ line, clientId, note, from, to }) => ({
      line,
      reason: null,
      client: nameOf(clientId),
      note: note.slice(0, 200),
      from,
      to,
    })),
  };
}

export function countStaged(
  entries: readonly StagedEntry[],
  others: Pick<ImportCheck, 'there' | 'skipped' | 'bad' | 'newClients' | 'newTasks'>,
): ImportCheck {
  const count = (test: (entry: StagedEntry) => boolean) => entries.filter(test).length;
  return {
    ...others,
    fresh: entries.length,
    length: entries.reduce((sum, { from, to }) => sum + to - from, 0),
    overlapping: count(tests.overlapping),
    long: count(tests.long),
    untimed: count(tests.untimed),
    differing: count(tests.differing),
  };
}
