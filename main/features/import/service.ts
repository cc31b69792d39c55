import { basename } from 'node:path';
import { errorFacts } from '#shared/domain/error-facts.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type {
  CheckInput,
  EntryOrigin,
  ImportFound,
  ImportNotice,
  ImportPhase,
  ImportState,
  NoticedRow,
  PastImport,
  ReadingInput,
} from '#shared/ipc/import.ts';
import type { Topic } from '#shared/ipc/topics.ts';
import type { ClientDrafts } from '../../ports/client-drafts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FilePicker } from '../../ports/file-picker.ts';
import type { FileSaver } from '../../ports/file-saver.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Words } from '../../ports/words.ts';
import { ThreadError } from '../../store/failure.ts';
import type { Store } from '../../store/store.ts';
import { badRowsCsv } from './bad-rows.ts';
import { orderOf } from './order.ts';
import { originOf, pastImports } from './past.ts';
import { TakeBacks } from './take-backs.ts';
import type { ImportThread, StartThread } from './thread.ts';
import { ImportThreads } from './threads.ts';

export interface ImportParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly words: Words;
  readonly logger: Logger;
  readonly picker: FilePicker;
  readonly files: FileSaver;
  readonly drafts: ClientDrafts;
  readonly startImporting: StartThread;
}

/** One file on its way. */
interface Session {
  readonly thread: ImportThread;
  readonly file: string;
  state: ImportState;
  found: ImportFound | null;
}

const working: ReadonlySet<ImportPhase> = new Set(['reading', 'checking', 'importing']);
/** What many entries, clients and tasks at once make stale. */
const imported: readonly Topic[] = ['time', 'clients', 'tasks', 'billing', 'import'];

/** Takes over time from other trackers. Reading and writing happen in a thread of their own. */
export class ImportService {
  readonly #parts: ImportParts;
  #session: Session | null = null;
  readonly #threads: ImportThreads;
  readonly #takeBacks: TakeBacks;

  constructor(parts: ImportParts) {
    this.#parts = parts;
    this.#threads = new ImportThreads(parts.store, parts.startImporting);
    this.#takeBacks = new TakeBacks({
      ...parts,
      threads: this.#threads,
      announce: () => this.#announce(imported),
    });
  }

  state(): ImportState | null {
    return this.#session?.state ?? null;
  }

  found(): ImportFound | null {
    return this.#session?.found ?? null;
  }

  list(): PastImport[] {
    return pastImports(this.#parts.store.sql);
  }

  originOf(entryId: string): EntryOrigin | null {
    return originOf(this.#parts.store.sql, entryId);
  }

  /** Asks for a file and begins to read it; does not wait for that. Throws `unavailable` while an import is written. */
  async choose(): Promise<boolean> {
    this.#assertNotWriting();
    const { picker, words, clock } = this.#parts;
    const path = await picker.pick({
      title: words.text('import:choose.title'),
      kind: { name: words.text('import:choose.kind'), extensions: ['csv', 'tsv', 'txt'] },
      all: words.text('import:choose.all'),
    });
    if (path === null) return false;
    this.#assertNotWriting();
    this.close();
    const session: Session = {
      thread: this.#threads.open(),
      file: path,
      state: {
        phase: 'reading',
        file: basename(path),
        progress: null,
        problem: null,
        check: null,
        result: null,
      },
      found: null,
    };
    this.#session = session;
    const input = { file: path, zone: clock.zone(), now: clock.now() };
    void this.#work(session, 'reading', 'failed', async (progress) => {
      session.found = await session.thread.call('open', input, progress);
      return { phase: 'asking' };
    });
    return true;
  }

  /** Reads the file anew with other answers. */
  async reading(answers: ReadingInput): Promise<void> {
    const session = this.#resting();
    await this.#work(session, 'reading', 'asking', async (progress) => {
      const input = { ...answers, now: this.#parts.clock.now() };
      session.found = await session.thread.call('read', input, progress);
      return { phase: 'asking', check: null };
    });
  }

  async check(input: CheckInput): Promise<void> {
    const session = this.#resting();
    const { drafts, ids, clock } = this.#parts;
    await this.#work(session, 'checking', 'asking', async (progress) => {
      const order = orderOf(input, drafts, ids, clock.now());
      return { phase: 'checked', check: await session.thread.call('check', order, progress) };
    });
  }

  /** Writes what the dry run counted; Ctrl+Z takes it back. */
  async run(): Promise<void> {
    const session = this.#resting();
    const { check } = session.state;
    if (session.state.phase !== 'checked' || !check || check.fresh === 0 || !session.found) {
      throw new AppError('conflict', { reason: 'import.nothingOpen' });
    }
    const { clock, ids, logger } = this.#parts;
    const { source } = session.found.reading;
    await this.#work(session, 'importing', 'checked', async (progress) => {
      const importId = ids.next();
      const order = { importId, source, file: session.state.file.slice(0, 255), now: clock.now() };
      const began = clock.monotonic();
      const written = await this.#threads.writing(() => session.thread.call('run', order, progress));
      logger.info('import.done', { entries: written.entries, ms: Math.round(clock.monotonic() - began) });
      this.#announce(imported);
      this.#takeBacks.offer(importId, written.entries);
      return {
        phase: 'done',
        result: { importId, ...written, there: check.there, bad: check.bad, long: check.long },
      };
    });
  }

  back(): void {
    const session = this.#resting();
    this.#set(session, { phase: 'asking', check: null, problem: null });
  }

  /** Stops what is under way; the answers so far stay, and so does everything in the workspace. */
  cancel(): void {
    this.#session?.thread.stop();
  }

  close(): void {
    const session = this.#session;
    if (!session) return;
    this.#session = null;
    void this.#threads.end(session.thread);
    this.#announce(['import', 'importing']);
  }

  async rows(
    notice: ImportNotice,
    offset: number,
    limit: number,
  ): Promise<{ readonly count: number; readonly rows: readonly NoticedRow[] }> {
    const session = this.#session;
    if (!session?.state.check) return { count: 0, rows: [] };
    return session.thread.call('rows', { notice, offset, limit });
  }

  async saveBad(): Promise<boolean> {
    const { words, files } = this.#parts;
    const { rows } = await this.rows('bad', 0, Number.MAX_SAFE_INTEGER);
    const name = `${words.text('import:bad.file')}.csv`;
    return files.save({ name, bytes: new TextEncoder().encode(badRowsCsv(rows, words)) });
  }

  /** Takes an import back; what Ctrl+Z still knew of it is forgotten. */
  async undo(importId: string): Promise<void> {
    await this.#takeBacks.undo(importId);
  }

  /** Ends what is under way, in time for closing the workspace. */
  async stop(): Promise<void> {
    this.#session = null;
    await this.#threads.endAll();
  }

  /** Runs one step and shows how far it is. A refusal is shown in the state it falls back to, `cancelled` is not. */
  async #work(
    session: Session,
    phase: ImportPhase,
    fallback: ImportPhase,
    step: (progress: (done: number, total: number) => void) => Promise<Partial<ImportState>>,
  ): Promise<void> {
    this.#set(session, { phase, progress: null, problem: null });
    try {
      const done = await step((at, total) => this.#set(session, { progress: { done: at, total } }));
      this.#set(session, { progress: null, ...done });
      if (this.#session === session) this.#announce(['import']);
    } catch (error) {
      const cancelled = error instanceof AppError && error.code === 'cancelled';
      const over = session.thread.alive ? fallback : 'failed';
      this.#set(session, { phase: over, progress: null, problem: cancelled ? null : this.#told(error) });
      if (cancelled && over === 'failed' && this.#session === session) this.close();
    }
  }

  #told(error: unknown): string {
    const { words, logger } = this.#parts;
    if (error instanceof AppError) {
      logger.info('import.refused', { code: error.code });
      return words.text(`errors:${error.details.reason ?? error.code}`, error.details.values);
    }
    logger.error('import.failed', error instanceof ThreadError ? error.facts : errorFacts(error));
    return words.text('errors:internal');
  }

  #set(session: Session, change: Partial<ImportState>): void {
    session.state = { ...session.state, ...change };
    if (this.#session === session) this.#announce(['importing']);
  }

  #announce(topics: readonly Topic[]): void {
    this.#parts.store.feed.publish(topics.map((topic) => ({ topic, clientId: null })));
  }

  /** The session when nothing is being done with it. Throws `conflict` when there is none, `unavailable` when busy. */
  #resting(): Session {
    const session = this.#session;
    if (!session) throw new AppError('conflict', { reason: 'import.nothingOpen' });
    if (working.has(session.state.phase)) throw new AppError('unavailable');
    return session;
  }

  #assertNotWriting(): void {
    if (this.#session?.state.phase === 'importing') throw new AppError('unavailable');
  }
}
