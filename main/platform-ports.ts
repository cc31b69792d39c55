import type { StartThread } from './features/import/thread.ts';
import type { StartReportThread } from './features/reports/thread/thread.ts';
import type { GoogleEndpoints } from './google/endpoints.ts';
import type { Google } from './google/index.ts';
import type { OwnClient } from './ports/account-connector.ts';
import type { Clipboard } from './ports/clipboard.ts';
import type { Clock } from './ports/clock.ts';
import type { CredentialStore } from './ports/credential-store.ts';
import type { DocumentWords } from './ports/document-words.ts';
import type { ExternalOpener } from './ports/external-opener.ts';
import type { FilePicker } from './ports/file-picker.ts';
import type { FileSaver } from './ports/file-saver.ts';
import type { FileViewer } from './ports/file-viewer.ts';
import type { GlobalKeys } from './ports/global-keys.ts';
import type { IdSource } from './ports/id-source.ts';
import type { Logger } from './ports/logger.ts';
import type { MainWindow } from './ports/main-window.ts';
import type { Notifier } from './ports/notifier.ts';
import type { PdfPrinter } from './ports/pdf-printer.ts';
import type { Power } from './ports/power.ts';
import type { Settings } from './ports/settings.ts';
import type { Timer } from './ports/timer.ts';
import type { Tray } from './ports/tray.ts';
import type { Words } from './ports/words.ts';
import type { Backups } from './store/backups.ts';
import type { Store } from './store/store.ts';
import type { Rounds } from './sync/rounds.ts';

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
  readonly viewer: FileViewer;
  readonly picker: FilePicker;
  /** Starts the thread on `import-worker`. */
  readonly startImporting: StartThread;
  /** Starts the thread on `report-worker`. */
  readonly startReading: StartReportThread;
  readonly clipboard: Clipboard;
  readonly power: Power;
  readonly notifier: Notifier;
  readonly tray: Tray;
  readonly globalKeys: GlobalKeys;
  readonly window: MainWindow;
  readonly timer: Timer;
  readonly google: { readonly endpoints: GoogleEndpoints; readonly client: OwnClient | null };
  /** What copies from Google into the workspace. */
  readonly rounds: (store: Store, google: Google) => Rounds;
  readonly version: string;
  readonly platform: string;
  readonly onReady: () => void;
  readonly backups: Backups;
  /** Opens the folder of the workspace's file, with the file in sight. */
  readonly showWorkspace: () => void;
  /** Closes the workspace, puts a backup in its place and opens it again. */
  readonly restoreBackup: (name: string) => Promise<void>;
}
