// A registry mirror may lack the packages of other systems; npm then leaves them out of the
// lockfile, and `npm ci` refuses it everywhere. These functions find and add them.

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Optional dependencies that no entry of the lockfile answers: `[{ name, version, wantedBy }]`. */
export function missingOptional(lock) {
  const missing = [];
  for (const [wantedBy, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isAnswered(lock.packages, wantedBy, name)) missing.push({ name, version, wantedBy });
    }
  }
  return missing;
}

/** True when Node's lookup from `from` upwards finds an entry for `name`. */
function isAnswered(packages, from, name) {
  for (let folder = from; ; ) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
    const cut = folder.lastIndexOf('/node_modules/');
    folder = cut < 0 ? '' : folder.slice(0, cut);
  }
}

/**
 * The lockfile entry for a binary package of another system, told from its name, or null when the
 * name says nothing. Without `integrity`: the registry that has the package vouches for it.
 */
export function entryFor(name, version) {
  const words = name.split('/').at(-1).split('-');
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (!os || !cpu || !/^\d+\.\d+\.\d+/.test(version)) return null;
  const libc = words.some((word) => word.startsWith('musl'))
    ? { libc: ['musl'] }
    : words.some((word) => word.startsWith('gnu'))
      ? { libc: ['glibc'] }
      : {};
  return { version, cpu: [cpu], dev: true, ...libc, optional: true, os: [os] };
}

/** A copy of the lockfile with every missing entry that can be told from its name. */
export function completed(lock) {
  const packages = { ...lock.packages };
  for (const { name, version } of missingOptional(lock)) {
    const entry = entryFor(name, version);
    if (entry) packages[`node_modules/${name}`] = entry;
  }
  const { '': self, ...others } = packages;
  const sorted = Object.entries(others).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: { '': self, ...Object.fromEntries(sorted) } };
}
