import { MINUTE } from '#shared/domain/duration.ts';
import { roundTable } from '#shared/domain/rounding.ts';
import { spread } from '#shared/domain/week-cell.ts';
import type { WeekLine, WeekRow, WeekView } from '#shared/ipc/time.ts';

/** A line of the grid: a client's time, or the part of it that a task has. */
export interface GridLine {
  readonly key: string;
  readonly client: WeekRow;
  /** Undefined for the client's own line; null for what is of no task. */
  readonly taskId: string | null | undefined;
  readonly name: string | null;
  /** Milliseconds in whole minutes, adding up both ways. */
  readonly shown: readonly number[];
  readonly line: WeekLine;
  /** Whether its tasks are shown; null where there is nothing to open. */
  readonly open: boolean | null;
}

/**
 * The lines of a week in order. Clients whose id is in `open` are followed by their tasks; with `tasksOnly`, as for one
 * client, there are nothing but tasks.
 */
export function gridLines(week: WeekView, open: ReadonlySet<string>, tasksOnly: boolean): GridLine[] {
  const shown = roundTable(
    week.rows.map((row) => row.days),
    MINUTE,
  );
  return week.rows.flatMap((client, index): GridLine[] => {
    const whole = shown[index] ?? [];
    const own: GridLine = {
      key: client.clientId,
      client,
      taskId: undefined,
      name: client.clientName,
      shown: whole,
      line: client,
      open: open.has(client.clientId),
    };
    if (tasksOnly) return taskLines(client, whole);
    return own.open ? [own, ...taskLines(client, whole)] : [own];
  });
}

function taskLines(client: WeekRow, whole: readonly number[]): GridLine[] {
  const columns = whole.map((sum, day) =>
    spread(
      client.tasks.map((task) => task.days[day] ?? 0),
      sum,
      MINUTE,
    ),
  );
  return client.tasks.map((task, index) => ({
    key: `${client.clientId} ${task.taskId}`,
    client,
    taskId: task.taskId,
    name: task.title,
    shown: columns.map((column) => column[index] ?? 0),
    line: task,
    open: null,
  }));
}

/** The sums of each day over clients, or over tasks where nothing else is shown. */
export function columnSums(lines: readonly GridLine[], tasksOnly: boolean): number[] {
  const counted = lines.filter(({ taskId }) => tasksOnly || taskId === undefined);
  return Array.from({ length: 7 }, (_, day) => sumOf(counted.map(({ shown }) => shown[day] ?? 0)));
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
