import { globalShortcut } from 'electron';
import type { GlobalKeys } from '../ports/global-keys.ts';

/** The system's global keys; only to be used once the app is ready. */
export function systemGlobalKeys(): GlobalKeys {
  let held: string | null = null;
  const release = () => {
    if (held) globalShortcut.unregister(held);
    held = null;
  };
  return {
    // Under Wayland the desktop answers yes and then decides by itself whether keys of others pass.
    uncertain: process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland',
    take(keys, run) {
      release();
      try {
        if (!globalShortcut.register(keys, run)) return false;
      } catch {
        // A combination that this system cannot have at all.
        return false;
      }
      held = keys;
      return true;
    },
    release,
  };
}
