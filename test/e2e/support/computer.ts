import type { ElectronApplication } from '@playwright/test';

/** The computer as the app's main process sees it: its clocks, its sleep, and how long nobody touched it. */
export interface Computer {
  /** So many minutes pass with somebody at it, while the app looks on. */
  work(minutes: number): Promise<void>;
  /** It sleeps for so many minutes and wakes. */
  sleep(minutes: number): Promise<void>;
  /** So many minutes pass without input while the app looks on; then somebody is back. */
  idle(minutes: number): Promise<void>;
}

interface State {
  /** How far its clocks are ahead of the real ones, milliseconds; the monotonic clock stands still in its sleep. */
  ahead: number;
  ran: number;
  /** Seconds. */
  idle: number;
}

/** Takes over clocks and power monitor of the running app; only the test's own process can do that. */
export async function takeOver(electron: ElectronApplication): Promise<Computer> {
  await electron.evaluate(({ powerMonitor }) => {
    const real = Date.now.bind(Date);
    const ran = performance.now.bind(performance);
    const state: State = { ahead: 0, ran: 0, idle: 0 };
    Object.assign(globalThis, { computer: state });
    Date.now = () => real() + state.ahead;
    performance.now = () => ran() + state.ran;
    powerMonitor.getSystemIdleTime = () => state.idle;
  });
  return {
    work: (minutes) =>
      electron.evaluate(({ powerMonitor }, passed) => {
        const { computer } = globalThis as unknown as { computer: State };
        for (let minute = 0; minute < passed; minute += 1) {
          computer.ahead += 60_000;
          computer.ran += 60_000;
          powerMonitor.emit('unlock-screen');
        }
      }, minutes),
    sleep: (minutes) =>
      electron.evaluate(({ powerMonitor }, passed) => {
        powerMonitor.emit('suspend');
        (globalThis as unknown as { computer: State }).computer.ahead += passed * 60_000;
        powerMonitor.emit('resume');
      }, minutes),
    idle: (minutes) =>
      electron.evaluate(({ powerMonitor }, passed) => {
        const { computer } = globalThis as unknown as { computer: State };
        for (let minute = 0; minute < passed; minute += 1) {
          computer.ahead += 60_000;
          computer.ran += 60_000;
          computer.idle += 60;
          // A look that any unlocking of the screen causes.
          powerMonitor.emit('unlock-screen');
        }
        computer.idle = 0;
        powerMonitor.emit('unlock-screen');
      }, minutes),
  };
}
