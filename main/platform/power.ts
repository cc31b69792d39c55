import { powerMonitor } from 'electron';
import type { Power } from '../ports/power.ts';

/** Electron's power monitor; only to be used once the app is ready. */
export function systemPower(): Power {
  return {
    onAway(listener) {
      powerMonitor.on('suspend', listener);
      powerMonitor.on('lock-screen', listener);
      return () => {
        powerMonitor.off('suspend', listener);
        powerMonitor.off('lock-screen', listener);
      };
    },
    onSuspend(listener) {
      powerMonitor.on('suspend', listener);
      return () => void powerMonitor.off('suspend', listener);
    },
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    onReturn(listener) {
      powerMonitor.on('resume', listener);
      powerMonitor.on('unlock-screen', listener);
      return () => {
        powerMonitor.off('resume', listener);
        powerMonitor.off('unlock-screen', listener);
      };
    },
  };
}
