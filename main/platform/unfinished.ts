import { randomBytes } from 'node:crypto';
import { lstat, readFile, rm, writeFile } from 'node:fs/promises';
import { errorFacts } from '#shared/domain/error-facts.ts';
import type { Logger } from '../ports/logger.ts';

/** Files that are being written where a person wants them, known beyond the end of the process that writes them. */
export interface Unfinished {
  /** Where a file is written until it is whole: beside where it goes, under a name that no other file has. */
  during<T>(path: string, write: (partial: string) => Promise<T>): Promise<T>;
  /** Removes what a process left behind that ended amid writing. */
  sweep(): Promise<void>;
}

/** Nothing else is ever removed, whatever the record says. */
const own = /\.[0-9a-f]{8}\.partial$/;

/** Remembers unfinished files in `record`. Where that cannot be written they are not remembered, and the log says so. */
export function createUnfinished(record: string, logger: Logger): Unfinished {
  const writing = new Set<string>();
  let left: Promise<Set<string>> | null = null;
  let last: Promise<void> = Promise.resolve();

  function earlier(): Promise<Set<string>> {
    left ??= readFile(record, 'utf8')
      .then((text) => new Set(pathsIn(JSON.parse(text))))
      // As a rule there is none.
      .catch(() => new Set<string>());
    return left;
  }

  /** One after the other: the newest is what stays. */
  function remember(): Promise<void> {
    last = last
      .then(async () => {
        const all = [...new Set([...(await earlier()), ...writing])];
        if (all.length === 0) await rm(record, { force: true });
        else await writeFile(record, JSON.stringify(all), { mode: 0o600 });
      })
      .catch((error) => logger.warn('unfinished.notKept', errorFacts(error)));
    return last;
  }

  return {
    async during(path, write) {
      const partial = `${path}.${randomBytes(4).toString('hex')}.partial`;
      writing.add(partial);
      await remember();
      try {
        return await write(partial);
      } finally {
        writing.delete(partial);
        await remember();
      }
    },
    async sweep() {
      const all = await earlier();
      for (const path of [...all]) {
        if (own.test(path) && !(await removed(path))) continue;
        all.delete(path);
      }
      await remember();
    },
  };
}

/** False when it is there and cannot be removed now, as on a drive that is read-only. */
async function removed(path: string): Promise<boolean> {
  try {
    if ((await lstat(path)).isFile()) await rm(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

function pathsIn(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter((path) => typeof path === 'string') : [];
}
