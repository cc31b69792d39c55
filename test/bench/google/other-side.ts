import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface OtherSide {
  readonly url: string;
  readonly subject: string;
  readonly refreshToken: string;
  /** Remote id of the full calendar. */
  readonly calendar: string;
  /** Remote id of the full folder. */
  readonly folder: string;
  /** How many calls of the APIs came so far. */
  requests(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the fake Google in another process and waits until it listens. */
export async function startOtherSide(events: number, files: number): Promise<OtherSide> {
  const script = join(import.meta.dirname, 'server.ts');
  const child = spawn(process.execPath, [script, String(events), String(files)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    once(child, 'exit').then(() => null),
  ]);
  if (line === null) throw new Error('the other side ended before it listened');
  return {
    ...(JSON.parse(line) as Omit<OtherSide, 'requests' | 'stop'>),
    async requests() {
      const answer = once(lines, 'line');
      child.stdin.write('requests\n');
      return Number((await answer)[0]);
    },
    async stop() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
