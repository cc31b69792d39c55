import { readdirSync } from 'node:fs';
import path from 'node:path';
import { integrityOf } from './files.mjs';
import { npm, run, tail } from './run.mjs';
import { Stop } from './say.mjs';

/**
 * Fetches one pinned package from the npm registry into `folder`, checks its content against the
 * pin and unpacks it (only `members` if given). Throws Stop when it cannot be had or differs.
 */
export async function fetchPackage(pin, folder, members = []) {
  const spec = `${pin.name}@${pin.version}`;
  const packed = await npm(
    ['pack', spec, '--loglevel=error', '--fetch-retry-maxtimeout=10000', '--pack-destination', folder],
    { cwd: folder },
  );
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || !archive) {
    throw new Stop(`${spec} could not be fetched from the npm registry.\n${tail(packed.output)}`, [
      'npm ping   # is the registry reachable?',
      'npm run setup',
    ]);
  }
  const file = path.join(folder, archive);
  const found = await integrityOf(file);
  if (found !== pin.integrity) {
    throw new Stop(`${spec} is not the package that was pinned (found ${found}); it was not unpacked.`);
  }
  const unpacked = await run('tar', ['-xzf', file, '-C', folder, ...members.map((m) => `package/${m}`)]);
  if (unpacked.code !== 0) throw new Stop(`${spec} could not be unpacked.\n${tail(unpacked.output)}`);
  return path.join(folder, 'package');
}
