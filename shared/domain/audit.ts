import type { TallyRow } from './report.ts';

/** What can be decided about work: it stays, it becomes a routine with a template, the client takes it back. */
export const auditDecisions = ['keep', 'standardise', 'hand_back'] as const;
export type AuditDecision = (typeof auditDecisions)[number];

/** What is decided about: a client's work of one kind, or one task. */
export const auditSubjects = ['kind', 'task'] as const;

/** Milliseconds by answer; `open` has none yet. */
export type DecisionSums = Readonly<Record<AuditDecision | 'open', number>>;

/** How much time each answer stands for. */
export function decisionSums(
  rows: readonly { readonly total: number; readonly decision: AuditDecision | null }[],
): DecisionSums {
  const sums = { keep: 0, standardise: 0, hand_back: 0, open: 0 };
  for (const { total, decision } of rows) sums[decision ?? 'open'] += total;
  return sums;
}

/** How much of time by category, and within it by kind, has each (milliseconds). */
export function sortedSums(byCategoryAndKind: readonly TallyRow[]): {
  readonly category: number;
  readonly kind: number;
} {
  let category = 0;
  let kind = 0;
  for (const row of byCategoryAndKind) {
    if (row.key !== null) category += row.total;
    for (const part of row.parts) if (part.key !== null) kind += part.total;
  }
  return { category, kind };
}
