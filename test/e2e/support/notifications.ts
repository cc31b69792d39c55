import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Listens on the session bus to what the notification service is asked to show. */
export interface NotificationWatch {
  /** Titles and bodies of the Notify calls so far. */
  readonly texts: () => readonly string[];
  close(): Promise<void>;
}

export async function watchNotifications(): Promise<NotificationWatch> {
  const monitor: ChildProcess = spawn(
    'dbus-monitor',
    ['--session', "type='method_call',interface='org.freedesktop.Notifications',member='Notify'"],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let output = '';
  monitor.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  if (monitor.stdout) await once(monitor.stdout, 'data');
  return {
    texts: () =>
      output
        .split('member=Notify')
        .slice(1)
        .map((call) =>
          [...call.matchAll(/^ {3}string "((?:.|\n)*?)"$/gm)]
            .map(([, text]) => text ?? '')
            // Application, icon, then title and body.
            .slice(2)
            .join('\n'),
        ),
    async close() {
      const ended = once(monitor, 'exit');
      monitor.kill();
      await ended;
    },
  };
}
