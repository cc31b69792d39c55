import { clip, length, type Span, spanOf } from '#shared/domain/spans.ts';
import { dayBounds, weekDates } from '#shared/domain/time.ts';
import type { EntryClient, EntryView, WeekLine, WeekRow, WeekTask, WeekView } from '#shared/ipc/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Sql } from '../../store/open.ts';
import { spanOfGap } from './answers.ts';
import type { GapRepository } from './gap-rows.ts';
import type { TimeRepository } from './repository.ts';
import { clientColumns } from './rows.ts';

export interface WeekDeps {
  readonly store: { readonly sql: Sql };
  readonly entries: TimeRepository;
  readonly gaps: GapRepository;
  readonly settings: Settings;
  readonly clock: Clock;
}

interface Sums {
  readonly days: number[];
  readonly billed: number[];
  runs: number | null;
}

interface ClientRow extends EntryClient {
  readonly weeklyMinutes: number | null;
  readonly active: number;
}

/** How far back a task may have been tracked to be offered in a week without time on it, milliseconds. */
const LATELY = 14 * 86_400_000;
/** Tasks without time in the week that are offered for one client. */
const OFFERED = 8;

/** Weeks as clients and their tasks by days, in the computer's zone. */
export class WeekService {
  readonly #deps: WeekDeps;

  constructor(deps: WeekDeps) {
    this.#deps = deps;
  }

  /**
   * The week that holds `date`, milliseconds by day; an entry over midnight counts on both days. All active clients have
   * a row, or the one that is asked for.
   */
  week(date: string, clientId: string | null): WeekView {
    const { entries, gaps, settings, clock } = this.#deps;
    const zone = clock.zone();
    const now = clock.now();
    const dates = weekDates(date, settings.get('weekStart'));
    const days = dates.map((day) => dayBounds(day, zone));
    const whole = { from: days[0]?.from ?? 0, to: days.at(-1)?.to ?? 0 };
    const sums = new Map<string, { own: Sums; tasks: Map<string | null, Sums & { title: string | null }> }>();
    const clientSums = (id: string) => {
      const known = sums.get(id) ?? { own: empty(), tasks: new Map() };
      sums.set(id, known);
      return known;
    };
    for (const entry of entries.touching(whole, now, clientId)) {
      const { own, tasks } = clientSums(entry.clientId);
      const task = tasks.get(entry.taskId) ?? { ...empty(), title: entry.taskTitle };
      tasks.set(entry.taskId, task);
      add(own, entry, days, now);
      add(task, entry, days, now);
    }
    for (const { clientId: of, taskId, title } of this.#lately(whole, clientId)) {
      const { tasks } = clientSums(of);
      if (!tasks.has(taskId) && tasks.size < OFFERED) tasks.set(taskId, { ...empty(), title });
    }
    const open = gaps.touching(whole, clientId).filter(({ answer }) => answer === null);
    return {
      zone,
      now,
      dates,
      days,
      targetMinutes: settings.get('dayTargetMinutes'),
      review: days.map((day) => within(open.map(spanOfGap), day)),
      rows: this.#clients(clientId).flatMap(({ active, ...client }): WeekRow[] => {
        const known = sums.get(client.clientId);
        if (!known && active === 0) return [];
        return [{ ...client, ...(known?.own ?? empty()), tasks: tasksOf(known?.tasks) }];
      }),
    };
  }

  #clients(clientId: string | null): ClientRow[] {
    const rows = this.#deps.store.sql
      .prepare(
        `SELECT ${clientColumns}, r.weekly_minutes AS weeklyMinutes, c.archived_at IS NULL AS active
         FROM clients c LEFT JOIN time_terms r ON r.id = c.id WHERE :clientId IS NULL OR c.id = :clientId`,
      )
      .all({ clientId }) as ClientRow[];
    const { compare } = new Intl.Collator();
    return rows.sort((a, b) => compare(a.clientName, b.clientName));
  }

  /** Open tasks that were tracked not long before the week ends, latest first; of one client then the others too. */
  #lately(
    { from, to }: Span,
    clientId: string | null,
  ): { readonly clientId: string; readonly taskId: string; readonly title: string }[] {
    return this.#deps.store.sql
      .prepare(
        `SELECT e.client_id AS clientId, e.task_id AS taskId, t.title, max(e.started_at) AS last
         FROM time_entries e JOIN tasks t ON t.id = e.task_id
         WHERE e.started_at >= :since AND e.started_at < :to AND t.completed_at IS NULL
           AND (:clientId IS NULL OR e.client_id = :clientId)
         GROUP BY e.task_id
         UNION ALL
         SELECT client_id, id, title, 0 FROM tasks WHERE client_id = :clientId AND completed_at IS NULL
         ORDER BY last DESC`,
      )
      .all({ since: from - LATELY, to, clientId }) as {
      clientId: string;
      taskId: string;
      title: string;
    }[];
  }
}

function empty(): Sums {
  return { days: [0, 0, 0, 0, 0, 0, 0], billed: [0, 0, 0, 0, 0, 0, 0], runs: null };
}

function add(sums: Sums, entry: EntryView, days: readonly Span[], now: number): void {
  const span = spanOf(entry, now);
  for (const [index, day] of days.entries()) {
    const part = within([span], day);
    sums.days[index] = (sums.days[index] ?? 0) + part;
    if (entry.billed) sums.billed[index] = (sums.billed[index] ?? 0) + part;
    if (entry.endedAt === null && now >= day.from && now < day.to) sums.runs = index;
  }
}

/** Tasks by title; what is of no task comes last and is always there. */
function tasksOf(
  tasks: ReadonlyMap<string | null, WeekLine & { readonly title: string | null }> = new Map(),
): WeekTask[] {
  const { compare } = new Intl.Collator();
  const all = [...tasks].map(([taskId, sums]): WeekTask => ({ taskId, ...sums }));
  if (!tasks.has(null)) all.push({ taskId: null, title: null, ...empty() });
  return all.sort(
    (a, b) => Number(a.taskId === null) - Number(b.taskId === null) || compare(a.title ?? '', b.title ?? ''),
  );
}

function within(spans: readonly Span[], day: Span): number {
  return spans.reduce((sum, span) => {
    const part = clip(span, day);
    return part ? sum + length(part) : sum;
  }, 0);
}
