import { dateOf } from '#shared/domain/local-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentWords } from '../../ports/document-words.ts';
import type { ExternalOpener } from '../../ports/external-opener.ts';
import type { FilePicker } from '../../ports/file-picker.ts';
import type { FileSaver } from '../../ports/file-saver.ts';
import type { FileViewer } from '../../ports/file-viewer.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { PdfPrinter } from '../../ports/pdf-printer.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Words } from '../../ports/words.ts';

/** What billing needs from outside. */
export interface BillingPorts {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly words: Words;
  readonly documentWords: DocumentWords;
  readonly pdf: PdfPrinter;
  readonly files: FileSaver;
  readonly viewer: FileViewer;
  readonly picker: FilePicker;
  readonly opener: ExternalOpener;
  readonly settings: Pick<Settings, 'get'>;
}

export interface Tools extends BillingPorts {
  /** Today's date (ISO) in the person's zone. */
  readonly today: () => string;
}

/** Adds the date of today, in the person's zone, to what billing gets from outside. */
export function withToday(ports: BillingPorts): Tools {
  return { ...ports, today: () => dateOf(ports.clock.now(), ports.clock.zone()) };
}
