// Installs the Debian packages that running, compiling and testing need, and nothing else. For
// machines where only this part may run as root.
import { ensurePackages } from './debian.mjs';
import { explain } from './say.mjs';

try {
  await ensurePackages({ purpose: 'test', display: false, compile: true });
} catch (error) {
  process.exitCode = explain(error);
}
