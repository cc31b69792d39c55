import { generateNKeysBetween } from 'fractional-indexing';
import { resolveLocal } from '#shared/domain/local-time.ts';
import type { MadeClient } from './clients.ts';
import { day, type MadeTask, minute, type SampleContext, sampleId } from './context.ts';
import { kindOf } from './kinds.ts';
import { objects, steps, tails, verbs, wanted } from './phrases.ts';
import { type StoryTask, story } from './story.ts';

const columnOdds: readonly StoryTask['column'][] = [
  'todo',
  'todo',
  'todo',
  'doing',
  'waiting',
  'review',
  'done',
  'done',
  'done',
  'done',
];

/** Writes the story of the clients that exist, then generated tasks up to `options.tasks`. */
export function writeTasks(context: SampleContext, clients: readonly MadeClient[]): MadeTask[] {
  const told = story.filter((task) => clients.some((client) => client.sample.code === task.client));
  const rest = Math.max(0, context.options.tasks - told.length);
  const plan = [
    ...told.map((task) => ({ client: ownerOf(clients, task), task })),
    ...Array.from({ length: rest }, (_, index) => ({
      client: clients[index % clients.length],
      task: generatedTask(context, index),
    })),
  ];
  const write = taskWriter(context);
  const made: MadeTask[] = [];
  for (const [columnId, group] of byColumn(plan)) {
    const ranks = generateNKeysBetween(null, null, group.length);
    for (const [index, { client, task }] of group.entries()) {
      if (client) made.push(write(client, columnId, ranks[index] ?? 'a0', task));
    }
  }
  return made;
}

function ownerOf(clients: readonly MadeClient[], task: StoryTask): MadeClient | undefined {
  return clients.find((client) => client.sample.code === task.client);
}

interface Planned {
  readonly client: MadeClient | undefined;
  readonly task: StoryTask;
}

function byColumn(plan: readonly Planned[]): Map<string, Planned[]> {
  const groups = new Map<string, Planned[]>();
  for (const planned of plan) {
    const columnId = planned.client?.columns.get(planned.task.column);
    if (columnId) groups.set(columnId, [...(groups.get(columnId) ?? []), planned]);
  }
  return groups;
}

function generatedTask({ random }: SampleContext, index: number): StoryTask {
  const column = random.pick(columnOdds);
  const total = random.chance(0.4) ? random.between(2, 7) : 0;
  return {
    client: '',
    column,
    title: `${random.pick(verbs)} ${random.pick(objects)}${random.pick(tails).replace('{n}', String((index % 52) + 1))}`,
    due: random.chance(0.7)
      ? random.between(column === 'done' ? -400 : -5, column === 'done' ? 0 : 60)
      : null,
    ...(random.chance(0.2) ? { time: `${random.between(8, 18).toString().padStart(2, '0')}:30` } : {}),
    category: random.pick(['key', 'routine', 'useful', null]),
    estimate: random.pick([0, 15, 30, 45, 60, 90, 120, 240]),
    tracked: 0,
    ...(total > 0 ? { checklist: [random.between(0, total), total] as const } : {}),
    links: random.chance(0.2) ? random.between(1, 3) : 0,
    ...(column === 'waiting' ? { waitingOn: 'Sample Contact', waitingDays: random.between(1, 9) } : {}),
    wanted: random.pick(wanted),
  };
}

function taskWriter({ sql, random, options, today }: SampleContext) {
  const insert = sql.prepare(
    `INSERT INTO tasks (id, client_id, column_id, rank, title, wanted, done_looks_like, due_date, due_time, due_zone,
       due_at, category, work_kind_id, estimate_minutes, waiting_on, waiting_since, completed_at, completed_zone, created_at,
       updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const item = sql.prepare(
    'INSERT INTO checklist_items (id, task_id, text, done, rank) VALUES (?, ?, ?, ?, ?)',
  );
  const link = sql.prepare(
    'INSERT INTO task_links (id, task_id, title, url, added_at) VALUES (?, ?, ?, ?, ?)',
  );

  return (client: MadeClient, columnId: string, rank: string, task: StoryTask): MadeTask => {
    const createdAt = options.now - random.between(1, 40) * day - random.between(0, 600) * minute;
    const id = sampleId(random, createdAt);
    const dueDate = task.due === null ? null : today.add({ days: task.due }).toString();
    const timed = dueDate !== null && task.time !== undefined;
    const dueAt = timed ? instantOf(dueDate, task.time ?? '', options.zone) : null;
    const workKindId = kindOf(task.title);
    const completed = task.column === 'done' ? options.now + Math.min(task.due ?? -3, -1) * day : null;
    insert.run(
      id,
      client.id,
      columnId,
      rank,
      task.title,
      task.wanted ?? '',
      task.doneLooksLike ?? '',
      dueDate,
      timed ? task.time : null,
      timed ? options.zone : null,
      dueAt,
      task.category,
      workKindId,
      task.estimate || null,
      task.waitingOn ?? '',
      task.waitingDays === undefined ? null : options.now - task.waitingDays * day,
      completed,
      completed === null ? null : options.zone,
      createdAt,
      createdAt,
    );
    const [done, total] = task.checklist ?? [0, 0];
    const ranks = generateNKeysBetween(null, null, total);
    for (let i = 0; i < total; i++) {
      item.run(sampleId(random, createdAt), id, steps[i % steps.length], Number(i < done), ranks[i]);
    }
    for (let i = 0; i < (task.links ?? 0); i++) {
      link.run(
        sampleId(random, createdAt),
        id,
        `Sample reference ${i + 1}`,
        `https://docs.example/${id}/${i}`,
        createdAt,
      );
    }
    return {
      id,
      clientId: client.id,
      tracked: task.tracked,
      told: task.client !== '',
      category: task.category,
      workKindId,
      createdAt,
    };
  };
}

function instantOf(date: string, time: string, zone: string): number {
  const resolved = resolveLocal(date, time, zone);
  if (resolved.kind === 'two') return resolved.earlier;
  return resolved.at;
}
