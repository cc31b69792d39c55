import type { Temporal } from 'temporal-polyfill';
import type { MadeClient } from './clients.ts';
import { type MadeTask, minute, type SampleContext, sampleId } from './context.ts';
import { type WriteEntry, writeGap } from './gap.ts';
import { kindOf } from './kinds.ts';
import { notes } from './phrases.ts';

const runningFor = 42 * minute + 10_000;

/** Fills working days backwards from now with entries that never overlap, until there are `options.entries`. */
export function writeTime(
  context: SampleContext,
  clients: readonly MadeClient[],
  tasks: readonly MadeTask[],
): void {
  const { options, random, today } = context;
  if (options.entries === 0 || clients.length === 0) return;
  const write = entryWriter(context);
  let pending = inTurns(tasks.filter((task) => task.tracked > 0)).map((task) => ({
    task,
    minutes: task.tracked,
  }));
  const others = tasks.filter((task) => !task.told);
  let left = options.entries;
  let end = options.now;
  if (options.running && tasks[0]) {
    end = options.now - runningFor;
    const running = pending.find(({ minutes }) => minutes === 83)?.task ?? tasks[0];
    signOfLife(context, write(running, clients[0]?.id ?? running.clientId, end, null, ''));
    left--;
    const gap = left > 2 ? writeGap(context, tasks, write, end) : null;
    if (gap) {
      pending = pending.filter(({ task }) => !gap.tasks.includes(task));
      end = gap.start;
      left -= 2;
    }
  }
  // Large workspaces get busier days rather than a longer history than anyone has.
  const longest = options.entries > 5_000 ? 35 : 75;
  for (let back = 0; left > 0; back++) {
    const date = today.subtract({ days: back });
    // Today is always a working day, or there would be nothing to see on a Sunday.
    if (back > 0 && date.dayOfWeek > 5 && random.chance(0.9)) continue;
    left -= fillDay(date, back === 0 ? end : Number.POSITIVE_INFINITY, left);
  }

  function fillDay(date: Temporal.PlainDate, before: number, most: number): number {
    const midnight = date.toZonedDateTime(options.zone).epochMilliseconds;
    const close = Math.min(midnight + 17.5 * 60 * minute, before);
    let at = midnight + (8 * 60 + random.between(0, 45)) * minute;
    let count = 0;
    while (count < most) {
      const next = pending[0];
      const length = Math.min(next?.minutes ?? longest, random.between(8, longest));
      const stop = at + length * minute + random.between(0, 59) * 1_000;
      if (stop > close) break;
      const task = next?.task ?? (random.chance(0.85) && others.length > 0 ? random.pick(others) : null);
      write(task, task?.clientId ?? random.pick(clients).id, at, stop, random.pick(notes));
      if (next) {
        next.minutes -= length;
        if (next.minutes <= 0) pending.shift();
      }
      at = stop + (random.chance(0.3) ? random.between(3, 25) * minute : 0);
      count++;
    }
    return count;
  }
}

/** One task of each client, then the next of each: a day goes between clients. */
function inTurns(tasks: readonly MadeTask[]): MadeTask[] {
  const turns = new Map<string, number>();
  return tasks
    .map((task) => {
      const turn = turns.get(task.clientId) ?? 0;
      turns.set(task.clientId, turn + 1);
      return { task, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ task }) => task);
}

function entryWriter({ sql, random, options }: SampleContext): WriteEntry {
  const insert = sql.prepare(
    `INSERT INTO time_entries (id, client_id, task_id, note, category, work_kind_id, started_at, ended_at, zone, source, billable,
       created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`,
  );
  return (task, clientId, start, end, note) => {
    const id = sampleId(random, start);
    insert.run(
      id,
      task?.clientId ?? clientId,
      task?.id ?? null,
      note,
      task ? task.category : random.pick(['key', 'routine', 'useful', null]),
      task ? task.workKindId : kindOf(note),
      start,
      end,
      options.zone,
      random.chance(0.9) ? 'timer' : 'manual',
      start,
      end ?? start,
    );
    return id;
  };
}

/** The timer was seen to run until now: without a sign of life its time would be a gap, not work. */
function signOfLife({ sql, options }: SampleContext, entryId: string): void {
  sql
    .prepare(
      `INSERT INTO timer_beat (id, entry_id, run_id, wall, monotonic, closed) VALUES (1, ?, 'sample', ?, 0, 1)`,
    )
    .run(entryId, options.now);
}
