import { existsSync } from 'node:fs';
import { availableNames, installedNames, missingPackages, neededGroups } from './packages.mjs';
import { has, run, tail } from './run.mjs';
import { Stop, say, withHeartbeat } from './say.mjs';

const STEP = 'packages';
const APT = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];

/** True on systems where `apt-get` and `dpkg` manage the libraries. */
export const isDebian = () => process.platform === 'linux' && existsSync('/etc/debian_version');

/**
 * Installs the Debian packages that the purpose needs and that are missing; nothing on other
 * systems, where the person's own package manager is in charge. Throws Stop without rights.
 * `refresh`: whether the package lists may be old. Answers whether it installed anything.
 */
export async function ensurePackages(needs, refresh = true) {
  if (process.platform !== 'linux') return false;
  const groups = neededGroups(needs);
  if (groups.length === 0) return false;
  if (!isDebian()) {
    await warnOtherLinux(needs);
    return false;
  }
  const installed = await readInstalled();
  const isInstalled = (name) => installed.has(name);
  if (missingPackages(groups, isInstalled).length === 0) return false;

  const isRoot = process.getuid?.() === 0;
  if (isRoot && refresh) await apt('refreshing the package lists', ['update', '-qq']);
  const available = await readAvailable(groups);
  const missing = missingPackages(groups, isInstalled, (name) => available.has(name));
  const names = missing.flatMap((group) => group.names);
  for (const group of missing) say(STEP, `missing ${group.names.join(' ')}: ${group.why}`);
  if (!isRoot) {
    throw new Stop('some Debian packages are missing, and only root may install them.', [
      'sudo apt-get update',
      `sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
    ]);
  }
  await apt(`installing ${names.length} Debian packages`, ['install', ...APT, ...names]);
  return true;
}

async function apt(what, args) {
  say(STEP, what);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = await withHeartbeat(STEP, what, () => run('apt-get', args, { env, log: 'apt' }));
  if (result.code === 0) return;
  throw new Stop(`${what} failed; the full output is in ${result.file}\n${tail(result.output)}`, [
    'apt-get update',
    `apt-get ${args.join(' ')}`,
  ]);
}

async function readInstalled() {
  const format = '-f=$' + '{Package}\t$' + '{db:Status-Abbrev}\n';
  return installedNames((await run('dpkg-query', ['-W', format])).output);
}

async function readAvailable(groups) {
  const names = groups.flatMap((group) => group.names.flat());
  return availableNames((await run('apt-cache', ['policy', ...names])).output);
}

async function warnOtherLinux({ purpose, display }) {
  if (purpose !== 'tools' && !display && !(await has('xvfb-run'))) {
    throw new Stop('there is no display, and no xvfb-run to make a virtual one.', [
      'install the package that holds xvfb-run with the package manager of this system',
    ]);
  }
  say(STEP, 'not a Debian system: GTK 3, NSS, ALSA, GBM and libsecret are taken as present');
}
