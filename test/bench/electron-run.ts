import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
// biome-ignore lint/correctness/useImportExtensions: the types stand beside it in runtime.d.mts
import { electronRuntime } from '../../scripts/setup/runtime.mjs';

const PATIENCE_MS = 120_000;

export interface Run {
  /** From the start of the process, as seen from outside, to its word that the page can be used. */
  readonly readyMs: number;
  readonly pid: number;
  /** Ends it as the system would, and waits until it is gone. */
  stop(): Promise<void>;
}

/** Starts an app without any inspector and waits for its line "… ready in N ms". */
export async function startElectron(folder: string, profile: string): Promise<Run> {
  const { executable, args, env } = electronRuntime();
  const started = performance.now();
  const child = spawn(executable, [...args, folder, `--user-data-dir=${profile}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const readyMs = await readyAfter(child, started);
  const { pid } = child;
  if (pid === undefined) throw new Error('the app has no process');
  return {
    readyMs,
    pid,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(timer);
    },
  };
}

function readyAfter(child: ChildProcess, started: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string) => {
      child.kill('SIGKILL');
      reject(new Error(`the app ${reason} before it was ready: ${output}`));
    };
    const timer = setTimeout(() => fail('took too long'), PATIENCE_MS);
    child.once('exit', (code) => fail(`ended with ${code}`));
    child.once('error', (error) => fail(error.message));
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (!/ready in \d+ ms/.test(output)) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve(performance.now() - started);
    });
  });
}
