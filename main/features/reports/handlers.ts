import { AppError } from '#shared/ipc/errors.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { ReportQuery, reportsContract } from '#shared/ipc/reports.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentWords } from '../../ports/document-words.ts';
import type { FileSaver } from '../../ports/file-saver.ts';
import type { PdfPrinter } from '../../ports/pdf-printer.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Words } from '../../ports/words.ts';
import type { Store } from '../../store/store.ts';
import { reportCsv } from './csv.ts';
import { reportPage } from './document.ts';
import { ReportLookups } from './lookups.ts';
import { NameSource } from './names.ts';
import { ReportService } from './service.ts';

export interface ReportsDeps {
  readonly store: Store;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly words: Words;
  readonly documentWords: DocumentWords;
  readonly files: FileSaver;
  readonly pdf: PdfPrinter;
}

/** Makes the reports feature and binds it to the contract. */
export function reportsHandlers(deps: ReportsDeps): Handlers<typeof reportsContract> {
  const { store, settings, clock, words, documentWords, files, pdf } = deps;
  const reports = new ReportService(store, settings, clock);
  const lookups = new ReportLookups(store.sql);
  const source = new NameSource(store.sql, words, documentWords);
  const clientOf = ({ clientId }: ReportQuery) => (clientId ? lookups.client(clientId) : null);
  const fileName = (query: ReportQuery, ending: string) =>
    [words.text('reports:document.title'), clientOf(query)?.clientName, query.fromDate, query.toDate]
      .filter(Boolean)
      .join(' ') + ending;

  return {
    'reports.get': (query) => reports.get(query),
    'reports.csv': async (query) => {
      const view = reports.get(query);
      const within = query.within === query.by ? null : query.within;
      const bytes = reportCsv(view.rows, query.by, within, source.names(view, null));
      return { saved: await files.save({ name: fileName(query, '.csv'), bytes }) };
    },
    'reports.pdf': async (query) => {
      const view = reports.get(query);
      const client = clientOf(query);
      // A client's report is written in the language in which one writes to that client.
      const names = source.names(view, client?.language ?? null);
      const bytes = await printed(pdf, reportPage(query, view, client?.clientName ?? null, names));
      return { saved: await files.save({ name: fileName(query, '.pdf'), bytes }) };
    },
  };
}

/** Throws `unavailable` with words that speak of a report. */
async function printed(pdf: PdfPrinter, html: string): Promise<Uint8Array> {
  try {
    return await pdf.print(html);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, { reason: 'report.printFailed' }, { cause: error });
  }
}
