import { writeSync } from 'node:fs';

/** Tells the parent, at once and without a buffer, that something is done. */
export function acknowledge(line: string): void {
  writeSync(1, `${line}\n`);
}
