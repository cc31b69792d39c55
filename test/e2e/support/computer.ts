import type { ElectronApplication } from '@playwright/test';

/** The computer as the app's main process sees it: its clock, its sleep, and how long nobody touched it. */
export interface Computer {
  /** It sleeps for so many minutes and wakes. */
  sleep(minutes: number): Promise<void>;
  /** So many minutes pass without input while the app looks on; then somebody is back. */
  idle(minutes: number): Promise<void>;
}

/** Takes over clock and power monitor of the running app; only the test's own process can do that. */
export async function takeOver(electron: ElectronApplication): Promise<Computer> {
  await electron.evaluate(({ powerMonitor }) => {
    const real = Date.now.bind(Date);
    const state = { ahead: 0, idle: 0 };
    Object.assign(globalThis, { computer: state });
    Date.now = () => real() + state.ahead;
    powerMonitor.getSystemIdleTime = () => state.idle;
  });
  return {
    sleep: (minutes) =>
      electron.evaluate(({ powerMonitor }, passed) => {
        powerMonitor.emit('suspend');
        (globalThis as unknown as { computer: { ahead: number } }).computer.ahead += passed * 60_000;
        powerMonitor.emit('resume');
      }, minutes),
    idle: (minutes) =>
      electron.evaluate(({ powerMonitor }, passed) => {
        const { computer } = globalThis as unknown as { computer: { ahead: number; idle: number } };
        for (let minute = 0; minute < passed; minute += 1) {
          computer.ahead += 60_000;
          computer.idle += 60;
          // A look that any unlocking of the screen causes.
          powerMonitor.emit('unlock-screen');
        }
        computer.idle = 0;
        powerMonitor.emit('unlock-screen');
      }, minutes),
  };
}
