import type { AuditQuery, auditContract } from '#shared/ipc/audit.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { ReportQuery, reportsContract } from '#shared/ipc/reports.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentWords } from '../../ports/document-words.ts';
import type { FileSaver } from '../../ports/file-saver.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { PdfPrinter } from '../../ports/pdf-printer.ts';
import type { Words } from '../../ports/words.ts';
import type { Store } from '../../store/store.ts';
import { auditCsv, auditPage } from './audit-export.ts';
import { reportCsv } from './csv.ts';
import { Decisions } from './decisions.ts';
import type { ReportDesk } from './desk.ts';
import { reportPage } from './document.ts';
import { ReportLookups } from './lookups.ts';
import { NameSource } from './names.ts';

export interface ReportsDeps {
  readonly store: Store;
  readonly desk: ReportDesk;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly words: Words;
  readonly documentWords: DocumentWords;
  readonly files: FileSaver;
  readonly pdf: PdfPrinter;
}

/** Makes the reports feature and binds it to the contract. */
export function reportsHandlers(
  deps: ReportsDeps,
): Handlers<typeof reportsContract> & Handlers<typeof auditContract> {
  const { store, desk, clock, ids, words, documentWords, files, pdf } = deps;
  const decisions = new Decisions(store, clock, ids);
  const lookups = new ReportLookups(store.sql);
  const source = new NameSource(store.sql, words, documentWords);
  const clientOf = ({ clientId }: ReportQuery | AuditQuery) => (clientId ? lookups.client(clientId) : null);
  const save = async (title: string, query: ReportQuery | AuditQuery, ending: string, bytes: Uint8Array) => {
    const parts = [words.text(title), clientOf(query)?.clientName, query.fromDate, query.toDate];
    return { saved: await files.save({ name: parts.filter(Boolean).join(' ') + ending, bytes }) };
  };

  return {
    'reports.get': (query) => desk.report(query),
    'reports.csv': async (query) => {
      const view = await desk.report(query);
      const within = query.within === query.by ? null : query.within;
      const bytes = reportCsv(view.rows, query.by, within, source.names(view, null));
      return save('reports:document.title', query, '.csv', bytes);
    },
    'reports.pdf': async (query) => {
      const view = await desk.report(query);
      const client = clientOf(query);
      // A client's report is written in the language in which one writes to that client.
      const names = source.names(view, client?.language ?? null);
      const bytes = await printed(pdf, reportPage(query, view, client?.clientName ?? null, names));
      return save('reports:document.title', query, '.pdf', bytes);
    },
    'audit.get': (query) => desk.audit(query),
    'audit.decide': (input) => decisions.decide(input),
    'audit.csv': async (query) => {
      const view = await desk.audit(query);
      return save('reports:audit.title', query, '.csv', auditCsv(view, source.names(view, null)));
    },
    'audit.pdf': async (query) => {
      const view = await desk.audit(query);
      // An audit is for the person's own eyes first, so it speaks their language.
      const page = auditPage(view, clientOf(query)?.clientName ?? null, source.names(view, null));
      return save('reports:audit.title', query, '.pdf', await printed(pdf, page));
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
