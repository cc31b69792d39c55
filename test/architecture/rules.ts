/** One line of the house's import rules (docs/architecture.md). */
export interface Rule {
  readonly name: string;
  /** Which files it speaks about, as paths from the root. A group is available to `allowed` as `$1`. */
  readonly files: RegExp;
  /** What they may import: paths from the root, or package names. */
  readonly allowed: readonly string[];
}

const shared = '^shared/';
const inner = [
  '^main/ports/',
  '^main/store/',
  '^node:',
  '^drizzle-orm',
  '^better-sqlite3$',
  '^temporal-polyfill$',
];
const electron = ['^electron$', '^electron-(store|log|updater)(/|$)'];

/** The first rule whose `files` match decides. */
export const rules: readonly Rule[] = [
  {
    name: 'the domain is pure',
    files: /^shared\/domain\//,
    allowed: [
      '^shared/domain/',
      '^zod$',
      '^dinero\\.js',
      '^temporal-polyfill$',
      '^rrule-temporal',
      '^stdnum/lib/cjs/',
      '^fractional-indexing$',
      '^qrcode-generator$',
    ],
  },
  {
    name: 'the contract adds only the domain',
    files: /^shared\/ipc\//,
    allowed: ['^shared/(ipc|domain)/', '^zod$'],
  },
  {
    name: 'the preload sees electron and the contract',
    files: /^preload\//,
    allowed: ['^electron$', '^shared/ipc/'],
  },
  {
    name: 'primitives know no feature',
    files: /^renderer\/(ui|lib)\//,
    allowed: [
      shared,
      '^renderer/(ui|lib)/',
      '^(?!electron|node:|keytar|better-sqlite3|googleapis|main/|renderer/).+',
    ],
  },
  {
    name: 'a renderer feature imports no other feature, no Node, no main',
    files: /^renderer\/features\/([^/]+)\//,
    allowed: [
      shared,
      '^renderer/(ui|lib|app)/',
      '^renderer/features/$1/',
      '^(?!electron|node:|keytar|better-sqlite3|googleapis|main/|renderer/).+',
    ],
  },
  {
    name: 'the renderer sees no Node and no main',
    files: /^renderer\//,
    allowed: ['^(?!electron|node:|keytar|better-sqlite3|googleapis|main/).+'],
  },
  { name: 'ports name shapes only', files: /^main\/ports\//, allowed: [shared, '^main/ports/'] },
  { name: 'the store knows nobody above it', files: /^main\/store\//, allowed: [shared, ...inner] },
  {
    name: 'a feature reaches another only through a port',
    files: /^main\/features\/([^/]+)\//,
    allowed: [
      shared,
      ...inner,
      '^main/features/$1/',
      '^@cantoo/pdf-lib$',
      '^csv-stringify',
      '^fflate$',
      '^papaparse$',
      '^fractional-indexing$',
      '^zod$',
    ],
  },
  { name: 'sync is neutral', files: /^main\/sync\//, allowed: [shared, ...inner, '^main/sync/', '^zod$'] },
  {
    name: 'Google by deep import, behind ports',
    files: /^main\/google\//,
    allowed: [
      shared,
      '^main/(ports|google)/',
      '^node:',
      '^googleapis/build/src/apis/(calendar|drive)',
      '^google-auth-library$',
      '^googleapis-common$',
      '^gaxios$',
      '^zod$',
    ],
  },
  {
    name: 'only the platform sees electron and keytar',
    files: /^main\/platform\//,
    allowed: [
      shared,
      '^main/(ports|platform)/',
      '^node:',
      '^keytar$',
      '^i18next$',
      '^@fontsource/(inter|noto-sans-devanagari)/files/.+\\?asset$',
      ...electron,
    ],
  },
  {
    name: 'ipc binds the contract to electron',
    files: /^main\/ipc\//,
    allowed: [shared, '^main/(ports|ipc)/', '^electron$', '^zod$'],
  },
  { name: 'the entry and the wiring see everything', files: /^main\/[^/]+\.ts$/, allowed: ['.*'] },
];
