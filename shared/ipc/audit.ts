import { z } from 'zod';
import { type AuditDecision, auditDecisions, auditSubjects } from '../domain/audit.ts';
import type { Category } from '../domain/category.ts';
import { id, text, workKindId } from './fields.ts';
import { read, write } from './method.ts';
import { inOrder, notTooLong, type ReportView, reportDates } from './reports.ts';

const asked = { ...reportDates, subject: z.enum(auditSubjects), clientId: id.nullable() };

const auditQuery = z
  .strictObject(asked)
  .refine(inOrder, { error: 'field.periodOrder', path: ['toDate'] })
  .refine(notTooLong, { error: 'field.tooLarge', path: ['toDate'] });

const decideInput = z
  .strictObject({
    ...asked,
    clientId: id,
    /** The kind of work or the task; null for work without one. */
    key: workKindId.nullable(),
    /** Null takes it back. */
    decision: z.enum(auditDecisions).nullable(),
    note: text(500),
  })
  .refine(inOrder, { error: 'field.periodOrder', path: ['toDate'] })
  .refine(notTooLong, { error: 'field.tooLarge', path: ['toDate'] });

export type AuditQuery = z.infer<typeof auditQuery>;
export type DecideInput = z.infer<typeof decideInput>;

/** An entry that lacks its category, its kind of work or both. */
export interface UnsortedEntry {
  readonly id: string;
  readonly clientId: string;
  readonly title: string;
  readonly note: string;
  readonly category: Category | null;
  readonly workKindId: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** A client's time for one kind of work or task (milliseconds), and what was decided about it. */
export interface AuditRow {
  readonly clientId: string;
  readonly key: string | null;
  readonly total: number;
  readonly decision: AuditDecision | null;
  readonly note: string;
  /** What the last audit before this one said; null when there was none. */
  readonly before: {
    readonly decision: AuditDecision | null;
    readonly note: string;
    readonly toDate: string;
  } | null;
}

/** Tracked time of some dates under review. Lengths are milliseconds and add up exactly. */
export interface AuditView {
  readonly asked: AuditQuery;
  /** IANA, of the days: the client's where one is asked for, else the person's. */
  readonly zone: string;
  readonly now: number;
  readonly total: number;
  readonly toReview: number;
  /** How much has a category, and how much a kind of work. */
  readonly withCategory: number;
  readonly withKind: number;
  /** Clients with the most time first, and so their rows. */
  readonly rows: readonly AuditRow[];
  /** Oldest first, at most 200; those that are invoiced can no longer be sorted and are only counted. */
  readonly unsorted: readonly UnsortedEntry[];
  readonly unsortedCount: number;
  readonly lockedCount: number;
  readonly clients: ReportView['clients'];
  readonly tasks: ReportView['tasks'];
}

export const auditContract = {
  'audit.get': read<AuditView>()(auditQuery, ['time', 'tasks', 'clients', 'settings']),
  /** Keeps an answer for these dates; without an answer and a note there is none. */
  'audit.decide': write()(decideInput),
  'audit.csv': write<{ readonly saved: boolean }>()(auditQuery),
  'audit.pdf': write<{ readonly saved: boolean }>()(auditQuery),
};
