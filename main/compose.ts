import { errorFacts } from '#shared/domain/error-facts.ts';
import type { appContract } from '#shared/ipc/app.ts';
import type { contract } from '#shared/ipc/contract.ts';
import { AppError, type ErrorDetails } from '#shared/ipc/errors.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import { accountsHandlers } from './features/accounts/handlers.ts';
import { AccountsService } from './features/accounts/service.ts';
import { chooseBackup } from './features/backup/choose.ts';
import { backupHandlers } from './features/backup/handlers.ts';
import { BackupService } from './features/backup/service.ts';
import { agreementHandlers } from './features/billing/agreement-handlers.ts';
import { billingBelongings } from './features/billing/belongings.ts';
import { einvoiceHandlers } from './features/billing/einvoice/handlers.ts';
import { billingHandlers } from './features/billing/handlers.ts';
import { recordHandlers } from './features/billing/record-handlers.ts';
import { billingReportHandlers } from './features/billing/reports.ts';
import { createBilling } from './features/billing/service.ts';
import { yearExportHandlers } from './features/billing/year-exports.ts';
import { calendarBelongings } from './features/calendar/belongings.ts';
import { calendarHandlers } from './features/calendar/handlers.ts';
import { CalendarService } from './features/calendar/service.ts';
import { clientsHandlers } from './features/clients/handlers.ts';
import { ClientsService } from './features/clients/service.ts';
import { filesBelongings } from './features/files/belongings.ts';
import { filesHandlers } from './features/files/handlers.ts';
import { FilesService } from './features/files/service.ts';
import { focusFeature } from './features/focus/handlers.ts';
import { globalKeyHandlers } from './features/global-key/handlers.ts';
import { GlobalKeyService } from './features/global-key/service.ts';
import { importHandlers } from './features/import/handlers.ts';
import { ImportService } from './features/import/service.ts';
import { remindersFeature } from './features/reminders/handlers.ts';
import { reportBelongings } from './features/reports/belongings.ts';
import { ReportDesk } from './features/reports/desk.ts';
import { reportsHandlers } from './features/reports/handlers.ts';
import { sampleHandlers } from './features/sample/handlers.ts';
import { SampleService } from './features/sample/service.ts';
import { settingsHandlers } from './features/settings/handlers.ts';
import { taskBelongings } from './features/tasks/belongings.ts';
import { tasksFeature } from './features/tasks/handlers.ts';
import { timeBelongings } from './features/time/belongings.ts';
import { createTime } from './features/time/handlers.ts';
import { timeTermsHandlers } from './features/time-terms/handlers.ts';
import { dueCount } from './features/tray/due-count.ts';
import { trayFacts } from './features/tray/facts.ts';
import { TrayService } from './features/tray/service.ts';
import { undoHandlers } from './features/undo/handlers.ts';
import { vaultFeature } from './features/vault/handlers.ts';
import { workKindsHandlers } from './features/work-kinds/handlers.ts';
import { createGoogle } from './google/index.ts';
import type { Platform } from './platform-ports.ts';
import type { MainWindow } from './ports/main-window.ts';
import type { Words } from './ports/words.ts';
import type { Store } from './store/store.ts';
import { SyncEngine } from './sync/engine.ts';

export interface App {
  readonly handlers: Handlers<typeof contract>;
  /** Puts the sample into an empty workspace, for `--demo`. */
  fillDemo(): void;
  /** Begins what runs by itself: sync, reminders, backups. Called after the first view is usable. */
  start(): void;
  /** Whether a hidden window could be brought back by the tray. */
  trayStands(): boolean;
  /** Ends it, in time for quitting. */
  stop(): Promise<void>;
}

/** The only place where services are made and given to each other. */
export function compose(platform: Platform, store: Store): App {
  const { clock, ids, settings, words, opener, logger } = platform;

  const vault = vaultFeature({ ...platform, store });
  const ignoreReturn = platform.power.onReturn(() => sync.soonAll());
  const ignoreLeaving = platform.power.onAway(() => vault.lock());

  // Each feature that keeps something for a client adds its part here.
  const belongings = [
    billingBelongings(store.sql),
    reportBelongings(store.sql),
    timeBelongings(store.sql),
    taskBelongings(store.sql),
    calendarBelongings(store.sql),
    filesBelongings(store.sql),
    vault.belongings,
  ];
  const clients = new ClientsService({ store, clock, ids, words, belongings });

  const google = createGoogle({
    ...platform.google,
    credentials: platform.credentials,
    opener,
    logger,
    now: () => clock.monotonic(),
    texts: () => ({
      done: words.text('settings:signIn.done'),
      refused: words.text('settings:signIn.refused'),
    }),
  });
  const rounds = platform.rounds(store, google);
  const sync = new SyncEngine({ store, rounds, clock, logger });
  const accounts = new AccountsService({ store, connector: google.connector, sync, clock, ids });
  const calendar = new CalendarService(store, sync, clock);
  const driveFiles = new FilesService({ store, drive: google.drive, sync, clock, ids });

  const time = createTime({ ...platform, store, agenda: calendar, saver: platform.files });
  const focus = focusFeature({
    ...platform,
    store,
    agenda: calendar,
    work: {
      running: () => time.timer.running(),
      last: () => time.timer.last(),
      start: (input) => time.timer.start(input),
      stop: () => time.timer.stop(),
      resume: () => time.timer.resume(),
      observe: (how) => void time.watch.observe(how),
      onLook: (watcher) => time.watch.onLook(watcher),
      gapsWithin: time.gapsWithin,
      trackedSince: time.trackedSince,
    },
  });
  const billing = createBilling(store, platform);
  const tasks = tasksFeature(store, clock, ids);
  const reports = new ReportDesk({ ...platform, sql: store.sql });
  const imports = new ImportService({ ...platform, store, drafts: clients });

  const reminders = remindersFeature({ ...platform, store, desk: tasks.desk });
  const tray = new TrayService({
    ...platform,
    feed: store.feed,
    facts: trayFacts({
      clock,
      agenda: calendar,
      due: dueCount(store.sql),
      running: () => time.timer.running(),
      last: () => time.timer.last(),
      recent: () => time.recent(),
      focus: () => focus.focus.get(),
      today: () => time.days.today(),
    }),
    resumeTimer: () => resumeOr(() => time.timer.resume(), platform.window),
    startTimer: ({ clientId, taskId }) =>
      resumeOr(() => time.timer.start({ clientId, taskId }), platform.window),
    stopTimer: () => void time.timer.stop(),
    focus: (step) => resumeOr(() => focus.step(step), platform.window),
  });

  const globalKey = new GlobalKeyService({ ...platform, feed: store.feed, timer: time.timer });
  const backups = new BackupService({ ...platform, store });
  const sample = new SampleService({ store, clock, words, belongings });

  const appHandlers: Handlers<Omit<typeof appContract, `undo.${string}`>> = {
    'app.info': () => ({
      version: platform.version,
      platform: platform.platform,
      sample: sample.present(),
      zone: clock.zone(),
      now: clock.now(),
    }),
    'app.ready': () => platform.onReady(),
    'app.stay': () => platform.window.stay(),
    'app.quit': () => platform.window.quit(),
    'app.openExternal': ({ url }) => opener.open(url),
    'app.showWorkspace': () => platform.showWorkspace(),
  };

  const handlers: Handlers<typeof contract> = {
    ...appHandlers,
    ...undoHandlers(store, time.around),
    ...backupHandlers(
      backups,
      () => chooseBackup({ ...platform, databaseFile: store.sql.name }),
      platform.restoreBackup,
    ),
    ...sampleHandlers(sample),
    ...time.handlers,
    ...focus.handlers,
    ...reportsHandlers({ ...platform, store, desk: reports }),
    ...timeTermsHandlers({ store, clock }),
    ...workKindsHandlers({ store, words, clock, ids }),
    ...globalKeyHandlers(globalKey),
    ...settingsHandlers(settings, words, store.feed),
    ...clientsHandlers(clients),
    ...tasks.handlers,
    ...billingHandlers(billing),
    ...einvoiceHandlers(billing),
    ...agreementHandlers(billing),
    ...recordHandlers(billing),
    ...billingReportHandlers(store.sql, billing, platform.clock),
    ...yearExportHandlers(store, platform),
    ...vault.handlers,
    ...reminders.handlers,
    ...accountsHandlers(accounts),
    ...calendarHandlers(calendar),
    ...filesHandlers(driveFiles),
    ...importHandlers(imports),
  };

  time.pulse.settle();

  return {
    handlers,
    fillDemo() {
      if (!sample.present()) sample.installDemo();
    },
    start() {
      sync.start();
      time.pulse.start();
      focus.start();
      accounts.tidyUp().catch((error) => logger.warn('accounts.tidy', errorFacts(error)));
      reminders.start();
      tray.start();
      globalKey.start();
      backups.start();
      clients.purge().catch((error) => logger.error('clients.purge', errorFacts(error)));
    },
    trayStands: () => tray.standing(),
    async stop() {
      focus.stop();
      time.pulse.stop();
      ignoreLeaving();
      backups.stop();
      reminders.stop();
      globalKey.stop();
      tray.stop();
      ignoreReturn();
      accounts.cancelConnect();
      // Together: nothing secret waits in the clipboard until threads have ended, and one that fails holds up no other.
      const ends = await Promise.allSettled([vault.stop(), reports.stop(), imports.stop(), sync.stop()]);
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },
  };
}

/** Starts the timer; when there is nothing yet, or no more, to start it on, the window is where to choose. */
function resumeOr(start: () => void, window: MainWindow): void {
  try {
    start();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    window.show('#/time');
  }
}

/** The sentence a person reads for an error, in the language chosen now. */
export function errorText(words: Words, code: string, details: ErrorDetails): string {
  return words.text(`errors:${details.reason ?? code}`, details.values);
}
