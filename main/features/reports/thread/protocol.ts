import type { AuditQuery, AuditView } from '#shared/ipc/audit.ts';
import type { ReportQuery, ReportView } from '#shared/ipc/reports.ts';
import type { Failure } from '../../../store/failure.ts';
import type { Standpoint } from '../standpoint.ts';

/** What the thread that reads whole ranges is started with. */
export interface ReportThreadData {
  /** Path of the workspace file. */
  readonly database: string;
}

export interface Answers {
  report(query: ReportQuery, from: Standpoint): ReportView;
  audit(query: AuditQuery, from: Standpoint): AuditView;
}
export type AnswerName = keyof Answers;
export type QueryOf<Name extends AnswerName> = Parameters<Answers[Name]>[0];
export type AnswerOf<Name extends AnswerName> = ReturnType<Answers[Name]>;

export type ToReportThread =
  | {
      readonly do: 'answer';
      readonly call: number;
      readonly name: AnswerName;
      readonly query: ReportQuery | AuditQuery;
      readonly from: Standpoint;
    }
  /** Ends the thread once it has closed the database. */
  | { readonly do: 'end' };

export type FromReportThread =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly failure: Failure };
