import { rmSync } from 'node:fs';
import path from 'node:path';

/** Removes what only the development stand-in of Electron has: its folder app beside app.asar. */
export default function afterPack({ appOutDir, electronPlatformName }) {
  if (electronPlatformName !== 'linux') return;
  rmSync(path.join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
}
