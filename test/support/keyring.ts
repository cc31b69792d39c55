import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createRemote, type KeychainChild, type KeychainRemote } from '#main/platform/keychain/remote.ts';

type Environment = Record<string, string>;

/** A session bus of its own with a home of its own: nothing here can reach a person's keyring. */
export interface PrivateBus {
  readonly folder: string;
  readonly env: Environment;
  /** Starts a gnome-keyring with this password; with null, one that stays locked. */
  startKeyring(password: string | null): Promise<ChildProcess>;
  close(): Promise<void>;
}

/** With a display the keyring can ask for its password; without one it gives up at once. */
export async function privateBus(display?: string): Promise<PrivateBus> {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-bus-'));
  const runtime = join(folder, 'run');
  await mkdir(runtime, { mode: 0o700 });
  await mkdir(join(folder, 'data'));
  const env: Environment = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(folder, 'data'),
    ...(display ? { DISPLAY: display } : {}),
  };
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = await once(createInterface({ input: bus.stdout }), 'line');
  env.DBUS_SESSION_BUS_ADDRESS = String(address);
  const daemons: ChildProcess[] = [];
  return {
    folder,
    env,
    async startKeyring(password) {
      const mode = password === null ? '--start' : '--unlock';
      const daemon = spawn('gnome-keyring-daemon', ['--foreground', mode, '--components=secrets'], {
        env,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      daemons.push(daemon);
      daemon.stdin?.end(password ?? '');
      const served = spawn('gdbus', ['wait', '--session', '--timeout', '10', 'org.freedesktop.secrets'], {
        env,
        stdio: 'ignore',
      });
      const [code] = await once(served, 'exit');
      if (code !== 0) throw new Error('the keyring did not come up');
      return daemon;
    },
    async close() {
      for (const daemon of [...daemons, bus]) await ended(daemon);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** The real adapter's remote, with keytar in a Node child that sees only the given environment. */
export function remoteIn(env: Environment, patience = 20_000): KeychainRemote {
  return createRemote(() => nodeChild(env), { patience, idle: 5_000 });
}

function nodeChild(env: Environment): KeychainChild {
  const child = fork(new URL('./keychain-child.ts', import.meta.url), { env, stdio: 'ignore' });
  return {
    send: (request) => void child.send(request),
    onAnswer: (listener) => void child.on('message', (message) => listener(message as never)),
    onExit: (listener) => void child.once('exit', () => listener()),
    end: () => void child.kill('SIGKILL'),
  };
}
