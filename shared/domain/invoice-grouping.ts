import { type Grouping, timeNet } from './invoice.ts';
import { type Money, totalsByCurrency } from './money.ts';

/** A stretch of work that can go on an invoice. */
export interface WorkItem {
  readonly entryId: string;
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  readonly workKindId: string | null;
  /** The day it began, in the zone it was entered in. */
  readonly date: string;
  readonly startedAt: number;
  /** Whole seconds as they are billed. */
  readonly seconds: number;
  /** Whole seconds as they were tracked. */
  readonly rawSeconds: number;
  /** Minor units per hour that were agreed for that day. */
  readonly rate: number;
}

export interface WorkGroup {
  readonly rate: number;
  readonly seconds: number;
  readonly entryIds: readonly string[];
  /** What the group has in common: `title` for tasks (null when it names nothing), `date` for days, kind for kinds. */
  readonly title: string | null;
  readonly date: string | null;
  readonly workKindId: string | null;
  /** Days of the first and the last work, where nothing else names it. */
  readonly span: { readonly from: string; readonly to: string } | null;
}

/**
 * Gathers work into lines, in order of first work. By task, work without one is gathered by its kind: what a person
 * noted is for themselves and never becomes a line that a client reads. Different rates never share a line; every item is in exactly one.
 */
export function groupWork(items: readonly WorkItem[], grouping: Grouping): WorkGroup[] {
  const groups = new Map<string, WorkItem[]>();
  const ordered = items.toSorted((a, b) => a.startedAt - b.startedAt || (a.entryId < b.entryId ? -1 : 1));
  for (const item of ordered) {
    const key = `${item.rate} ${keyOf(item, grouping)}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].map((members) => {
    const [first] = members as [WorkItem];
    return {
      rate: first.rate,
      seconds: members.reduce((total, item) => total + item.seconds, 0),
      entryIds: members.map((item) => item.entryId),
      title: grouping === 'task' ? first.taskTitle : null,
      date: grouping === 'day' ? first.date : null,
      workKindId: byKind(first, grouping) ? first.workKindId : null,
      span: grouping === 'one' ? spanOf(members) : null,
    };
  });
}

function spanOf(members: readonly WorkItem[]): { readonly from: string; readonly to: string } {
  const dates = members.map(({ date }) => date).sort();
  return { from: dates[0] ?? '', to: dates.at(-1) ?? '' };
}

/**
 * What work comes to as the lines of an invoice, each rounded by itself, as its draft rounds them. Items that share a
 * line may come already added up.
 */
export function worthOf(
  items: readonly (WorkItem & { readonly currency: string })[],
  grouping: Grouping,
): Money[] {
  const lines = new Map<string, { seconds: number; readonly rate: number; readonly currency: string }>();
  for (const item of items) {
    const { rate, currency } = item;
    const key = `${currency} ${rate} ${keyOf(item, grouping)}`;
    const line = lines.get(key);
    if (line) line.seconds += item.seconds;
    else lines.set(key, { seconds: item.seconds, rate, currency });
  }
  return totalsByCurrency(
    [...lines.values()].map(({ seconds, rate, currency }) => {
      return { amount: timeNet(seconds, rate, currency), currency };
    }),
  );
}

function byKind(item: WorkItem, grouping: Grouping): boolean {
  return grouping === 'kind' || (grouping === 'task' && item.taskId === null);
}

function keyOf(item: WorkItem, grouping: Grouping): string {
  if (grouping === 'one') return '';
  if (grouping === 'day') return item.date;
  return byKind(item, grouping) ? `kind ${item.workKindId ?? ''}` : `task ${item.taskId}`;
}
