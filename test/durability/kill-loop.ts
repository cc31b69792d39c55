import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** What a child acknowledged before it was killed, in order. */
export type Acknowledged = readonly string[];

/**
 * Runs a writer script in a process of its own and kills it with SIGKILL, `delay` milliseconds after its first
 * acknowledgement. A line on standard output is an acknowledgement: the writer prints it only once the call
 * that it names has returned.
 */
export function runAndKill(script: string, args: readonly string[], delay: number): Promise<Acknowledged> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [resolve(import.meta.dirname, script), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let problems = '';
    let killing = false;
    child.stderr.on('data', (chunk: Buffer) => {
      problems += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (killing || !output.includes('\n')) return;
      killing = true;
      setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.once('error', failed);
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL' && code !== 0) failed(new Error(`${script} ended with ${code}: ${problems}`));
      // The last line counts only if it was written whole.
      else done(output.split('\n').slice(0, -1));
    });
  });
}

/** How many rounds: all where time is no matter, a part of them in everyday runs. */
export function rounds(all: number): number {
  return process.env.CLIENTELE_NIGHTLY ? all : Math.ceil(all / 10);
}
