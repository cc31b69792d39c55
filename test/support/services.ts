import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, compose } from '#main/compose.ts';
import { loopbackEndpoints } from '#main/google/endpoints.ts';
import { createDispatcher } from '#main/ipc/dispatch.ts';
import { createDocumentWords, createWords } from '#main/platform/words.ts';
import type { Platform } from '#main/platform-ports.ts';
import type { SettingsShape } from '#main/ports/settings.ts';
import { Backups } from '#main/store/backups.ts';
import type { Store } from '#main/store/store.ts';
import { preferencesSchema } from '#shared/domain/preferences.ts';
import { type CallArguments, contract, type MethodName, type Output } from '#shared/ipc/contract.ts';
import { AppError, type Envelope } from '#shared/ipc/errors.ts';
import { FakeFiles, FakePrinter, FakeViewer } from './billing.ts';
import { MemoryClipboard } from './clipboard.ts';
import { CountingIds, FakeClock } from './clock.ts';
import { MemoryCredentialStore } from './credential-store.ts';
import { FakeGlobalKeys } from './global-keys.ts';
import { startImporting } from './importing.ts';
import { FakeNotifier } from './notifier.ts';
import { FakePicker } from './picker.ts';
import { FakePower } from './power.ts';
import { startReading } from './reading.ts';
import { localRounds } from './rounds.ts';
import { openTestStore } from './store.ts';
import { FakeTimer } from './timer.ts';
import { FakeTray } from './tray.ts';

/** The real services over a real store in memory, called through the real dispatcher. */
export interface TestServices {
  readonly app: App;
  readonly store: Store;
  readonly clock: FakeClock;
  /** Answers as the renderer gets it. */
  envelope(name: string, input?: unknown): Promise<Envelope>;
  /** The value; throws the AppError of a refusal. */
  call<Name extends MethodName>(...args: CallArguments<Name>): Promise<Output<Name>>;
  close(): void;
}

/** An address that nobody listens on: what a test does not fake, it must not reach. */
const nowhere = loopbackEndpoints('http://127.0.0.1:9', false);

/** Whole settings in memory. */
export function memorySettings(): Platform['settings'] {
  const values: SettingsShape = { ...preferencesSchema.parse({}), window: null, timerKey: null };
  return {
    get: (key) => values[key],
    set: (key, value) => void Object.assign(values, { [key]: value }),
  };
}

/** A platform of fakes, none of which reaches out of the test. */
export function testPlatform(overrides: Partial<Platform> = {}, clock = new FakeClock()): Platform {
  const settings = overrides.settings ?? memorySettings();
  const ids = new CountingIds();
  return {
    clock,
    ids,
    logger: { info() {}, warn() {}, error() {} },
    settings,
    words: createWords(() => (settings.get('language') === 'de' ? 'de' : 'en')),
    opener: {
      open: () => Promise.reject(new Error('nothing is opened in tests')),
    },
    credentials: new MemoryCredentialStore(),
    google: { endpoints: nowhere, client: null },
    rounds: (store, google) => localRounds(store, google, clock, ids),
    documentWords: createDocumentWords(),
    pdf: new FakePrinter(),
    files: new FakeFiles(),
    viewer: new FakeViewer(),
    picker: new FakePicker(),
    startImporting,
    startReading,
    clipboard: new MemoryClipboard(),
    power: new FakePower(),
    timer: new FakeTimer(clock),
    notifier: new FakeNotifier(),
    tray: new FakeTray(),
    globalKeys: new FakeGlobalKeys(),
    window: { show() {}, run() {}, say() {}, quit() {}, stay() {} },
    version: '0.0.0',
    platform: 'linux',
    onReady() {},
    backups: new Backups(join(tmpdir(), `clientele-no-backups-${randomUUID()}`), clock),
    showWorkspace() {},
    restoreBackup: () => Promise.reject(new Error('nothing is restored in tests')),
    ...overrides,
  };
}

export function openServices(overrides: Partial<Platform> = {}, store = openTestStore()): TestServices {
  const clock = new FakeClock();
  const platform = testPlatform(overrides, clock);
  const { logger } = platform;
  const app = compose(platform, store);
  const dispatcher = createDispatcher(contract, app.handlers, logger, (code) => code);
  const envelope = (name: string, input?: unknown) => dispatcher.call(true, name, input);
  return {
    app,
    store,
    clock,
    envelope,
    async call(...[name, input]) {
      const answer = await envelope(name, input);
      if (answer.ok) return answer.value as never;
      throw new AppError(answer.code, answer.details);
    },
    close: () => store.close(),
  };
}
