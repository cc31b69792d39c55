import type { Sql } from '../../../store/open.ts';
import { auditOf } from '../audit.ts';
import { ReportService } from '../service.ts';
import type { Answers } from './protocol.ts';

/** Answers from one state of the workspace each, whatever is written meanwhile. */
export function createAnswers(sql: Sql): Answers {
  const atOnce = <T>(work: () => T): T => sql.transaction(work).deferred();
  return {
    report: (query, from) => atOnce(() => new ReportService(sql, from).get(query)),
    audit: (query, from) => atOnce(() => auditOf(sql, from, query)),
  };
}
