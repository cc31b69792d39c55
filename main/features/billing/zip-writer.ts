import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { AppError } from '#shared/ipc/errors.ts';

/** What a ZIP holds without the extensions that not every program reads. */
const mostBytes = 0xff_ff_ff_ff;
const mostFiles = 0xff_ff;

/** The longest name of a file in bytes, with its folder. */
const longestName = 400;

/** Throws `unavailable` when so many files of so many bytes together may not fit, before anything is written. */
export function assertFits(files: number, bytes: number): void {
  if (files > mostFiles || bytes + files * (80 + 2 * longestName) > mostBytes)
    throw new AppError('unavailable', { reason: 'archive.tooLarge' });
}

/** Room for the list of files at the end: a header and its name for each. */
const listed = (name: string) => 80 + 2 * Buffer.byteLength(name);

/** Writes a ZIP file by file; never more than one of them is held. */
export class ZipWriter {
  readonly #zip: Zip;
  readonly #write: (bytes: Uint8Array) => Promise<void>;
  readonly #now: number;
  #ready: Uint8Array[] = [];
  #bytes = 0;
  #files = 0;

  /** @param now UTC milliseconds, the files' date. */
  constructor(write: (bytes: Uint8Array) => Promise<void>, now: number) {
    this.#write = write;
    this.#now = now;
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#ready.push(chunk);
    });
  }

  /** `pressed` for text; pictures and PDFs are small already. Throws `unavailable` when the ZIP gets too large. */
  async add(name: string, bytes: Uint8Array, pressed: boolean): Promise<void> {
    this.#files += 1;
    this.#bytes += bytes.length + listed(name);
    if (this.#bytes > mostBytes || this.#files > mostFiles)
      throw new AppError('unavailable', { reason: 'archive.tooLarge' });
    const file = pressed ? new ZipDeflate(name) : new ZipPassThrough(name);
    file.mtime = this.#now;
    this.#zip.add(file);
    file.push(bytes, true);
    await this.#flush();
  }

  async end(): Promise<void> {
    this.#zip.end();
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const chunks = this.#ready;
    this.#ready = [];
    for (const chunk of chunks) await this.#write(chunk);
  }
}
