// Which Debian packages each purpose needs. An array inside a list holds alternatives:
// newer releases renamed some libraries for 64-bit time.

const WINDOW = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  'libnss3',
  ['libasound2', 'libasound2t64'],
  'libgbm1',
  'libxss1',
  'libnotify4',
  'libsecret-1-0',
];
const VIRTUAL_DISPLAY = ['xvfb', 'xauth'];
const COMPILER = ['g++', 'make', 'python3', 'pkg-config', 'libsecret-1-dev'];
const TEST = [
  'dbus',
  'dbus-x11',
  'gnome-keyring',
  'dunst',
  'poppler-utils',
  'fonts-noto-core',
  'fonts-noto-color-emoji',
  'fonts-droid-fallback',
];

/** What a person is told about why each group is there. */
const REASONS = [
  { why: 'libraries that draw the window and reach the keychain', names: WINDOW },
  { why: 'a virtual display, because this machine has none', names: VIRTUAL_DISPLAY },
  { why: 'a compiler for the keychain and database modules', names: COMPILER },
  { why: 'a keyring, a notification service, fonts and PDF tools for the tests', names: TEST },
];

/**
 * The groups a purpose (`tools`, `run`, `test`) needs, given whether there is a display and
 * whether something has to be compiled.
 */
export function neededGroups({ purpose, display, compile }) {
  const wanted = new Set();
  if (purpose === 'run' || purpose === 'test') wanted.add(WINDOW);
  if (purpose === 'test' || (purpose === 'run' && !display)) wanted.add(VIRTUAL_DISPLAY);
  if (compile) wanted.add(COMPILER);
  if (purpose === 'test') wanted.add(TEST);
  return REASONS.filter((group) => wanted.has(group.names));
}

/**
 * What is missing from the groups: `isInstalled(name)` and `isAvailable(name)` answer for one
 * package. Of alternatives, any installed one is enough and the first available one is proposed.
 */
export function missingPackages(groups, isInstalled, isAvailable = () => true) {
  const missing = [];
  for (const group of groups) {
    const names = group.names
      .map((entry) => [entry].flat())
      .filter((alternatives) => !alternatives.some(isInstalled))
      .map((alternatives) => alternatives.find(isAvailable) ?? alternatives[0]);
    if (names.length > 0) missing.push({ why: group.why, names });
  }
  return missing;
}

/** Names in the output of `dpkg-query -W -f '${Package}\t${db:Status-Abbrev}\n'` that are installed. */
export function installedNames(output) {
  const names = new Set();
  for (const line of output.split('\n')) {
    const [name, status] = line.split('\t');
    if (status?.startsWith('ii')) names.add(name);
  }
  return names;
}

/** Names that `apt-cache policy` has a candidate for. */
export function availableNames(output) {
  const names = new Set();
  let current = null;
  for (const line of output.split('\n')) {
    const header = /^(\S+):$/.exec(line);
    if (header) current = header[1];
    else if (current && /^\s+Candidate: (?!\(none\))/.test(line)) names.add(current);
  }
  return names;
}
