import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { type App as ElectronApp, app as electronApp, nativeTheme, session, shell } from 'electron';
import { errorFacts } from '#shared/domain/error-facts.ts';
import { contract } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { googleSetup } from './google/setup.ts';
import { announce } from './ipc/announce.ts';
import { bindIpc, push } from './ipc/bind.ts';
import type { Dispatcher } from './ipc/dispatch.ts';
import { systemClipboard } from './platform/clipboard.ts';
import { systemClock } from './platform/clock.ts';
import { systemFilePicker } from './platform/file-picker.ts';
import { createFileSaver } from './platform/file-saver.ts';
import { createFileViewer } from './platform/file-viewer.ts';
import { systemGlobalKeys } from './platform/global-keys.ts';
import { collectGarbage } from './platform/heap.ts';
import { askOnce } from './platform/helper-process.ts';
import { createIds } from './platform/ids.ts';
import { createKeychain } from './platform/keychain.ts';
import { denyPermissions, openExternal } from './platform/lockdown.ts';
import { createLogger } from './platform/logger.ts';
import { createNotifier } from './platform/notifier.ts';
import { createPdfPrinter } from './platform/pdf.ts';
import { systemPower } from './platform/power.ts';
import { isDemo } from './platform/profile.ts';
import { appOrigin, serveApp } from './platform/scheme.ts';
import { createSettings } from './platform/settings.ts';
import { systemTimer } from './platform/timer.ts';
import { createTray } from './platform/tray.ts';
import { createUnfinished } from './platform/unfinished.ts';
import { createMainWindow, pageAddress } from './platform/window.ts';
import { createDocumentWords, createWords, systemLanguage } from './platform/words.ts';
import type { Logger } from './ports/logger.ts';
import checkEntry from './store/check-process.ts?modulePath';
import { keychainRecord } from './store/keychain-record.ts';
import type { WorkerStart } from './sync/worker/protocol.ts';
import { WorkerRounds } from './sync/worker/rounds.ts';
import { startThread } from './sync/worker/thread.ts';
import type { SyncWorkerData } from './sync-worker.ts';
import { Workspace, type WorkspaceHost } from './workspace.ts';

/** So long after the first view what the start has used is given back. */
const SETTLED_MS = 4_000;

export interface StartOptions {
  readonly app: ElectronApp;
  readonly devUrl: string | null;
  /** When the process began, milliseconds since 1970. */
  readonly started: number;
}

/** Opens the database, wires the services and shows the window; sync and the rest begin once it is usable. */
export async function start({ app, devUrl, started }: StartOptions): Promise<void> {
  const profile = app.getPath('userData');
  const logger = createLogger(profile);
  logCrashes(logger);
  const settings = createSettings(profile);
  const language = () => {
    const chosen = settings.get('language');
    return chosen === 'system' ? systemLanguage(app.getPreferredSystemLanguages()) : chosen;
  };
  nativeTheme.themeSource = settings.get('theme');

  const asked = serveApp(session.defaultSession, join(app.getAppPath(), 'out/renderer'));
  denyPermissions(session.defaultSession);
  const window = createMainWindow({
    preload: join(app.getAppPath(), 'out/preload/index.cjs'),
    dark: nativeTheme.shouldUseDarkColors,
    settings,
  });
  const load = (recovering: boolean) =>
    window
      .loadURL(pageAddress(devUrl, language(), recovering))
      .catch((error) => logger.warn('window.unloaded', errorFacts(error)));
  let answerWith: (dispatcher: Dispatcher) => void = () => {};
  const answering = new Promise<Dispatcher>((resolve) => {
    answerWith = resolve;
  });
  bindIpc(answering, (frame) => {
    if (!frame || frame !== window.webContents.mainFrame) return false;
    return frame.origin === appOrigin || (devUrl !== null && frame.origin === new URL(devUrl).origin);
  });
  // The window's process comes up while the workspace is opened, but not before this one has answered its first
  // questions: until then each waits for the other.
  await Promise.race([asked, load(false)]);

  const ids = createIds(systemClock);
  const tray = createTray(logger);
  const google = googleSetup(app.commandLine.getSwitchValue('google-endpoint'), app.isPackaged, {
    open: openExternal,
  });
  const startCopying = (data: WorkerStart) =>
    startThread(join(app.getAppPath(), 'out/main/sync-worker.cjs'), {
      ...data,
      endpoints: google.endpoints,
    } satisfies SyncWorkerData);
  const viewer = createFileViewer({
    folder: app.getPath('temp'),
    openPath: (path) => shell.openPath(path),
    profile,
  });
  const unfinished = createUnfinished(join(profile, 'unfinished.json'), logger);
  const demo = isDemo(app);
  let ready = false;
  const workspace = new Workspace(
    {
      clock: systemClock,
      ids,
      logger,
      settings,
      words: createWords(language),
      documentWords: createDocumentWords(),
      opener: google.opener,
      google,
      rounds: (store, { access }) => new WorkerRounds({ store, access, logger, start: startCopying }),
      pdf: createPdfPrinter(logger),
      files: createFileSaver(app, unfinished),
      viewer,
      picker: systemFilePicker,
      startImporting: (data) =>
        new Worker(join(app.getAppPath(), 'out/main/import-worker.cjs'), {
          workerData: data,
          name: 'import',
        }),
      startReading: (data) =>
        new Worker(join(app.getAppPath(), 'out/main/report-worker.cjs'), {
          workerData: data,
          name: 'report',
          // As quick as with the usual room for young objects, and 25 MB smaller.
          resourceLimits: { maxYoungGenerationSizeMb: 8 },
        }),
      async checkCopy(file) {
        const answer = await askOnce(checkEntry, 'Clientele backup check', file);
        if (!(answer as { whole: boolean }).whole) throw new AppError('database_damaged');
      },
      keychain: (store) => createKeychain(keychainRecord(store, ids.next)),
      clipboard: systemClipboard,
      power: systemPower(),
      timer: systemTimer,
      notifier: createNotifier(),
      tray,
      globalKeys: systemGlobalKeys(),
      window: {
        show: (address) => showWindow(address),
        run(command) {
          showWindow();
          push(window.webContents, { kind: 'command', command: 'run', argument: command });
        },
        say(text) {
          if (window.isVisible() && !window.isMinimized()) {
            push(window.webContents, { kind: 'command', command: 'say', argument: text });
          }
        },
        quit: () => app.quit(),
        stay() {
          quitting = false;
          showWindow();
        },
      },
      version: app.getVersion(),
      platform: process.platform,
      onReady() {
        if (ready) return;
        ready = true;
        const milliseconds = Math.round(performance.timeOrigin + performance.now() - started);
        process.stdout.write(`Clientele ready in ${milliseconds} ms\n`);
        workspace.start();
        systemTimer.after(SETTLED_MS, () => {
          workspace.settle();
          for (const { sweep } of [viewer, unfinished])
            void sweep().catch((error) => logger.warn('sweep.failed', errorFacts(error)));
          collectGarbage();
        });
        if (demo) {
          const connectable = google.client !== null;
          workspace.playDemo(connectable).catch((error) => logger.error('demo.failed', errorFacts(error)));
        }
      },
    },
    { database: join(profile, 'clientele.db'), backups: join(profile, 'backups') },
    () => host,
  );

  const host: WorkspaceHost = {
    changed(changes) {
      push(window.webContents, { kind: 'changes', changes: announce(contract, changes) });
      if (changes.some((change) => change.topic === 'settings')) {
        nativeTheme.themeSource = settings.get('theme');
      }
    },
    reload: (recovering) => void load(recovering),
    showFolder: (file) => shell.showItemInFolder(file),
    quit: () => app.quit(),
  };
  if (demo) workspace.fillDemo();
  const answer = () => answerWith(workspace.dispatcher);
  // What the first page asked for is answered only once the recovery stands in its place.
  if (workspace.recovering) void load(true).then(answer);
  else answer();

  const showWindow = (address?: string) => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (address) push(window.webContents, { kind: 'command', command: 'go', argument: address });
  };
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  window.on('close', (event) => {
    if (quitting || !settings.get('closeToTray') || !workspace.trayStands()) return;
    event.preventDefault();
    window.hide();
  });
  app.on('activate', () => showWindow());
  app.on('second-instance', () => showWindow());
  app.on('window-all-closed', () => electronApp.quit());
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void Promise.allSettled([workspace.close(), viewer.tidy()]).then(() => {
      closed = true;
      // Not at once: Electron ignores quit() while it is still deciding about this one.
      setImmediate(() => app.quit());
    });
  });
}

/** What nobody caught leaves a line in the log. */
function logCrashes(logger: Logger): void {
  process.on('uncaughtExceptionMonitor', (error) => logger.error('process.uncaught', errorFacts(error)));
  process.on('unhandledRejection', (error) => logger.error('process.unhandled', errorFacts(error)));
}
