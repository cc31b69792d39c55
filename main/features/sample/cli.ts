import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import type { defaultColumnKinds } from '#shared/domain/clients.ts';
import { migrate } from '../../store/migrate.ts';
import { migrations } from '../../store/migrations/index.ts';
import { openDatabase } from '../../store/open.ts';
import type { SampleOptions } from './options.ts';
import { writeSample } from './write.ts';

const usage = `npm run sample -- --out DIR [--clients 8] [--tasks 200] [--entries 400]
  [--events 0] [--files 0] [--seed 1] [--now 2026-11-25T10:42:00Z] [--zone Europe/Tallinn] [--running]
Writes an invented workspace into the profile folder DIR, which must not hold one already; --running starts a timer in it.
To look at it: npm start -- --user-data-dir=DIR
`;

/** Reads the switches, writes the workspace, and answers with the exit code. */
function run(): number {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      clients: { type: 'string', default: '8' },
      tasks: { type: 'string', default: '200' },
      entries: { type: 'string', default: '400' },
      seed: { type: 'string', default: '1' },
      now: { type: 'string' },
      zone: { type: 'string', default: Intl.DateTimeFormat().resolvedOptions().timeZone },
      events: { type: 'string', default: '0' },
      files: { type: 'string', default: '0' },
      running: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (!values.out) return refuse(usage);
  const folder = resolve(values.out);
  const file = join(folder, 'clientele.db');
  if (existsSync(file)) return refuse(`${file} exists already; choose another folder.\n`);
  const options: SampleOptions = {
    seed: whole('seed', values.seed),
    now: values.now
      ? Temporal.Instant.from(values.now).epochMilliseconds
      : Temporal.Now.instant().epochMilliseconds,
    zone: Temporal.Now.zonedDateTimeISO(values.zone).timeZoneId,
    clients: whole('clients', values.clients),
    tasks: whole('tasks', values.tasks),
    entries: whole('entries', values.entries),
    running: values.running,
    events: whole('events', values.events),
    files: whole('files', values.files),
  };
  mkdirSync(folder, { recursive: true });
  try {
    make(file, options);
  } catch (error) {
    // What is half made would be taken for a workspace, and would stand in the way of the next try.
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    throw error;
  }
  return 0;
}

function make(file: string, options: SampleOptions): void {
  const sql = openDatabase(file);
  try {
    migrate(sql, migrations);
    const names = {
      todo: 'To do',
      doing: 'Doing',
      waiting: 'Waiting on client',
      review: 'Review',
      done: 'Done',
    };
    sql.transaction(() =>
      writeSample(sql, options, names satisfies Record<(typeof defaultColumnKinds)[number], string>),
    )();
    sql.exec('ANALYZE');
    const count = (table: string) => sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    process.stdout.write(
      `${dirname(file)}: ${count('clients')} clients, ${count('tasks')} tasks, ${count('time_entries')} time entries, ` +
        `${count('events')} events, ${count('drive_files')} files\n`,
    );
  } finally {
    sql.close();
  }
}

function whole(name: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new RangeError(`--${name} needs a whole number, not “${text}”`);
  return Number(text);
}

function refuse(message: string): number {
  process.stderr.write(message);
  return 2;
}

try {
  process.exitCode = run();
} catch (error) {
  process.exitCode = refuse(`${error instanceof Error ? error.message : error}\n\n${usage}`);
}
