import { dateOf } from '#shared/domain/local-time.ts';
import type { ArchiveProgress, billingExportsContract } from '#shared/ipc/billing-exports.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FileSaver } from '../../ports/file-saver.ts';
import type { Words } from '../../ports/words.ts';
import type { Store } from '../../store/store.ts';
import { createYearArchive } from './year-archive.ts';
import { createYearTables } from './year-tables.ts';

interface Parts {
  readonly clock: Clock;
  readonly files: FileSaver;
  readonly words: Words;
}

/** So many times at most a window is told how far it is. */
const mostNews = 100;

/** Saves a year where the person wants it, bound to the contract. One archive is written at a time. */
export function yearExportHandlers(
  store: Store,
  { clock, files, words }: Parts,
): Handlers<typeof billingExportsContract> {
  const tables = createYearTables(store.sql, words, () => dateOf(clock.now(), clock.zone()));
  const archive = createYearArchive(store.sql, tables, words);
  let running: (ArchiveProgress & { readonly cancelled: boolean }) | null = null;

  function set(next: typeof running): void {
    running = next;
    store.feed.publish([{ topic: 'exporting', clientId: null }]);
  }

  function onFile(done: number, total: number): void {
    if (!running) return;
    if (running.cancelled) throw new Cancelled();
    const next = { ...running, done, total };
    if (done === total || done % Math.ceil(total / mostNews) === 0) set(next);
    else running = next;
  }

  return {
    'billing.saveYearTable': async ({ year, table }) => {
      const bytes = await tables.csv(year, table);
      return { saved: await files.save({ name: tables.name(year, table), bytes }) };
    },
    'billing.saveYearArchive': async ({ year }) => {
      if (running) throw new AppError('conflict', { reason: 'archive.running' });
      const name = `${words.text('money:archive')} ${year}.zip`;
      running = { year, done: 0, total: 0, cancelled: false };
      try {
        const saved = await files.saveParts(name, (write) => {
          set({ year, done: 0, total: 0, cancelled: false });
          return archive(year, { write, now: clock.now(), onFile });
        });
        return { saved };
      } catch (error) {
        if (error instanceof Cancelled) return { saved: false };
        throw error;
      } finally {
        set(null);
      }
    },
    'billing.cancelYearArchive': () => {
      if (running) running = { ...running, cancelled: true };
    },
    'billing.yearArchive': () => {
      if (!running) return null;
      const { year, done, total } = running;
      return { year, done, total };
    },
  };
}

/** Ends the writing of an archive that is no longer wanted. */
class Cancelled extends Error {}
