import type { appContract } from '#shared/ipc/app.ts';
import type { contract } from '#shared/ipc/contract.ts';
import type { ErrorDetails } from '#shared/ipc/errors.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import { backupHandlers } from './features/backup/handlers.ts';
import { BackupService } from './features/backup/service.ts';
import { billingBelongings } from './features/billing/belongings.ts';
import { billingHandlers } from './features/billing/handlers.ts';
import { createBilling } from './features/billing/service.ts';
import { clientsHandlers } from './features/clients/handlers.ts';
import { ClientsService } from './features/clients/service.ts';
import { sampleHandlers } from './features/sample/handlers.ts';
import { SampleService } from './features/sample/service.ts';
import { settingsHandlers } from './features/settings/handlers.ts';
import { taskBelongings } from './features/tasks/belongings.ts';
import { tasksFeature } from './features/tasks/handlers.ts';
import { timeBelongings } from './features/time/belongings.ts';
import { createTime } from './features/time/handlers.ts';
import { undoHandlers } from './features/undo/handlers.ts';
import { vaultFeature } from './features/vault/handlers.ts';
import type { Agenda } from './ports/agenda.ts';
import type { Clipboard } from './ports/clipboard.ts';
import type { Clock } from './ports/clock.ts';
import type { CredentialStore } from './ports/credential-store.ts';
import type { DocumentWords } from './ports/document-words.ts';
import type { ExternalOpener } from './ports/external-opener.ts';
import type { FileSaver } from './ports/file-saver.ts';
import type { IdSource } from './ports/id-source.ts';
import type { Logger } from './ports/logger.ts';
import type { PdfPrinter } from './ports/pdf-printer.ts';
import type { Power } from './ports/power.ts';
import type { Settings } from './ports/settings.ts';
import type { Timer } from './ports/timer.ts';
import type { Words } from './ports/words.ts';
import type { Backups } from './store/backups.ts';
import type { Store } from './store/store.ts';

/** Everything the services need from outside. Tests hand in their own. */
export interface Platform {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  readonly settings: Settings;
  readonly words: Words;
  readonly documentWords: DocumentWords;
  readonly opener: ExternalOpener;
  readonly credentials: CredentialStore;
  readonly pdf: PdfPrinter;
  readonly files: FileSaver;
  readonly clipboard: Clipboard;
  readonly power: Power;
  readonly timer: Timer;
  readonly version: string;
  readonly platform: string;
  readonly onReady: () => void;
  readonly backups: Backups;
  /** Closes the workspace, puts a backup in its place and opens it again. */
  readonly restoreBackup: (name: string) => Promise<void>;
}

export interface App {
  readonly handlers: Handlers<typeof contract>;
  /** Begins what runs by itself: sync, reminders, backups. Called after the first view is usable. */
  start(): void;
  /** Ends it, in time for quitting. */
  stop(): Promise<void>;
}

/** The only place where services are made and given to each other. */
export function compose(platform: Platform, store: Store): App {
  const { clock, ids, settings, words, opener, logger } = platform;

  const vault = vaultFeature({ ...platform, store });
  const ignoreLeaving = platform.power.onAway(() => vault.lock());

  // Each feature that keeps something for a client adds its part here.
  const belongings = [
    billingBelongings(store.sql),
    timeBelongings(store.sql),
    taskBelongings(store.sql),
    vault.belongings,
  ];
  const clients = new ClientsService({ store, clock, ids, words, belongings });
  // Empty until calendars are connected.
  const agenda: Agenda = { between: () => [] };
  const time = createTime({ store, agenda, settings, words, clock, ids });
  const billing = createBilling(store, platform);
  const tasks = tasksFeature(store, clock, ids);

  const backups = new BackupService({ store, backups: platform.backups, clock, logger });
  const sample = new SampleService({ store, clock, words, belongings });

  const appHandlers: Handlers<Pick<typeof appContract, 'app.info' | 'app.ready' | 'app.openExternal'>> = {
    'app.info': () => ({
      version: platform.version,
      platform: platform.platform,
      sample: sample.present(),
      zone: clock.zone(),
      now: clock.now(),
    }),
    'app.ready': () => platform.onReady(),
    'app.openExternal': ({ url }) => opener.open(url),
  };

  const handlers: Handlers<typeof contract> = {
    ...appHandlers,
    ...undoHandlers(store),
    ...backupHandlers(backups, platform.restoreBackup),
    ...sampleHandlers(sample),
    ...time.handlers,
    ...settingsHandlers(settings, words, store.feed),
    ...clientsHandlers(clients),
    ...tasks.handlers,
    ...billingHandlers(billing),
    ...vault.handlers,
  };

  const timers: (() => void)[] = [];
  const every = (milliseconds: number, work: () => void) => {
    const timer = setInterval(work, milliseconds);
    timers.push(() => clearInterval(timer));
    work();
  };

  return {
    handlers,
    start() {
      every(10 * 60_000, () => void backups.tick());
      clients.purge().catch((error) => logger.error('clients.purge', { error: String(error.code) }));
    },
    async stop() {
      for (const stop of timers.splice(0)) stop();
      ignoreLeaving();
      await vault.stop();
    },
  };
}

/** The sentence a person reads for an error, in the language chosen now. */
export function errorText(words: Words, code: string, details: ErrorDetails): string {
  return words.text(`errors:${details.reason ?? code}`, details.values);
}
