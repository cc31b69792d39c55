import type { ClientColor } from '#shared/domain/clients.ts';
import { addDays, type DueState, daysBetween, dueDay, dueState, weekday } from '#shared/domain/due-day.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import type { TaskRow } from '#shared/ipc/tasks.ts';

/** A task as Today lists it, with its client and how its due date stands. */
export interface DueTask {
  readonly task: TaskRow;
  readonly clientName: string;
  readonly colour: ClientColor;
  readonly state: DueState;
  /** The day it is due for the person, ISO. */
  readonly day: string;
  /** Whole days it is late; 0 on its own day. */
  readonly daysLate: number;
}

export interface DueGroup {
  readonly id: string;
  /** How many there are, should `tasks` hold the first ones only. */
  readonly count: number;
  readonly tasks: readonly DueTask[];
}

export interface ClientGroup extends DueGroup {
  readonly name: string;
  readonly colour: ClientColor;
  readonly zone: string;
  readonly overdue: number;
  readonly today: number;
}

/** Later tasks in two groups: the rest of this week (and its weekend), and the week after. */
export interface Upcoming extends DueGroup {
  readonly from: string;
  readonly to: string;
  readonly estimate: number;
}

/** Joins tasks with their clients and tells how each stands at `now` (UTC milliseconds) in `zone`. */
export function dueTasks(
  tasks: readonly TaskRow[],
  clients: readonly ClientCard[],
  now: number,
  zone: string,
  today: string,
): DueTask[] {
  const byId = new Map(clients.map((client) => [client.id, client]));
  return tasks.flatMap((task) => {
    const client = byId.get(task.clientId);
    if (!client || !task.due) return [];
    const day = dueDay(task.due, zone);
    return [
      {
        task,
        clientName: client.name,
        colour: client.color,
        state: dueState(task.due, now, zone),
        day,
        daysLate: Math.max(0, daysBetween(day, today)),
      },
    ];
  });
}

/** How many of `tasks` have passed their time at `now`, UTC milliseconds. */
export function passedBy(tasks: readonly TaskRow[], now: number): number {
  return tasks.filter(({ due }) => due !== null && due.at !== null && due.at < now).length;
}

/** What is due by now, by client in the order of the rail; the late ones first within each. */
export function byClient(tasks: readonly DueTask[], clients: readonly ClientCard[]): ClientGroup[] {
  const due = tasks.filter((one) => one.state !== 'later').sort(bySoonest);
  return clients.flatMap((client) => {
    const own = due.filter((one) => one.task.clientId === client.id);
    if (own.length === 0) return [];
    const overdue = own.filter((one) => one.state === 'overdue').length;
    return [
      {
        id: client.id,
        name: client.name,
        colour: client.color,
        zone: client.zone,
        tasks: own,
        count: own.length,
        overdue,
        today: own.length - overdue,
      },
    ];
  });
}

/** The same by time: what is late, what is due at a time today, what is due some time today. */
export function byTime(tasks: readonly DueTask[]): DueGroup[] {
  const sorted = [...tasks].sort(bySoonest);
  const groups = [
    { id: 'overdueGroup', tasks: sorted.filter((one) => one.state === 'overdue') },
    { id: 'atTimes', tasks: sorted.filter((one) => one.state === 'today' && one.task.due?.at != null) },
    { id: 'wholeDay', tasks: sorted.filter((one) => one.state === 'today' && one.task.due?.at == null) },
  ];
  return groups.flatMap((group) => (group.tasks.length > 0 ? [{ ...group, count: group.tasks.length }] : []));
}

/** The groups' first `most` tasks, in order; groups of which nothing is left are dropped. */
export function firstOf<G extends DueGroup>(groups: readonly G[], most: number): G[] {
  let room = most;
  return groups.flatMap((group) => {
    const tasks = group.tasks.slice(0, room);
    room -= tasks.length;
    return tasks.length > 0 ? [{ ...group, tasks }] : [];
  });
}

/** What comes after today, until the end of next week. `weekStart` counts from Monday = 1. */
export function upcoming(tasks: readonly DueTask[], today: string, weekStart: number): Upcoming[] {
  const later = tasks.filter((one) => one.state === 'later').sort(bySoonest);
  const nextWeek = addDays(today, 7 - ((weekday(today) - weekStart + 7) % 7));
  const spans = [
    { id: 'soon', from: addDays(today, 1), to: addDays(nextWeek, -1) },
    { id: 'nextWeek', from: nextWeek, to: addDays(nextWeek, 6) },
  ];
  return spans.flatMap(({ id, from, to }) => {
    const own = later.filter((one) => one.day >= from && one.day <= to);
    const estimate = own.reduce((sum, one) => sum + (one.task.estimateMinutes ?? 0), 0);
    return own.length > 0 ? [{ id, from, to, tasks: own, count: own.length, estimate }] : [];
  });
}

/** The last day that Today shows anything of. */
export function horizon(today: string, weekStart: number): string {
  return addDays(today, 13 - ((weekday(today) - weekStart + 7) % 7));
}

function bySoonest(a: DueTask, b: DueTask): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return (a.task.due?.at ?? Number.MAX_SAFE_INTEGER) - (b.task.due?.at ?? Number.MAX_SAFE_INTEGER);
}
