import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { safeFileName } from '#shared/domain/file-name.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { FileViewer } from '../ports/file-viewer.ts';

export interface ViewerParts {
  /** Folder for copies, such as the system's temporary one. */
  readonly folder: string;
  /** Opens a file with the system's program for it; answers with an empty text, or why not. */
  readonly openPath: (path: string) => Promise<string>;
  /** The folder of the person's data; no other running app has the same one. */
  readonly profile: string;
}

export interface TidyFileViewer extends FileViewer {
  /** Removes all copies that were made. */
  tidy(): Promise<void>;
  /** Removes the copies of an earlier run on the same profile that could not tidy up any more. */
  sweep(): Promise<void>;
}

/** Copies go into folders of their own (0700), are read-only (0400), and are removed when the app ends. */
export function createFileViewer({ folder, openPath, profile }: ViewerParts): TidyFileViewer {
  const made = new Set<string>();
  const prefix = `clientele-view-${createHash('sha256').update(profile).digest('hex').slice(0, 8)}-`;
  return {
    async view({ name, extension, bytes }) {
      const path = await copy(join(folder, prefix), `${stem(name)}.${extension}`, bytes, made);
      const problem = await openPath(path);
      if (problem !== '') throw new AppError('unavailable', { reason: 'file.noViewer' });
    },
    async tidy() {
      const all = [...made];
      made.clear();
      await Promise.all(all.map((own) => rm(own, { recursive: true, force: true })));
    },
    async sweep() {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        // What others may have put there under such a name cannot be removed, or is a link that is not followed.
        if (entry.isDirectory() && entry.name.startsWith(prefix) && !made.has(path))
          await rm(path, { recursive: true, force: true });
      }
    },
  };
}

async function copy(prefix: string, name: string, bytes: Uint8Array, made: Set<string>): Promise<string> {
  try {
    // mkdtemp makes it for its owner only.
    const own = await mkdtemp(prefix);
    made.add(own);
    const path = join(own, safeFileName(name));
    await writeFile(path, bytes, { mode: 0o400, flag: 'wx' });
    return path;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    throw new AppError(full ? 'disk_full' : 'read_only', { reason: 'file.noCopy' }, { cause: error });
  }
}

/** All dots but those of its own ending go, so that no second ending is left to be read. */
function stem(name: string): string {
  const dot = name.lastIndexOf('.');
  return (dot > 0 ? name.slice(0, dot) : name).replaceAll('.', '-');
}
