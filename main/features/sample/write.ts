import type { Sql } from '../../store/open.ts';
import { writeBilling } from './billing.ts';
import { type MadeClient, writeClients } from './clients.ts';
import { createContext } from './context.ts';
import type { SampleOptions } from './options.ts';
import { Random } from './random.ts';
import { planRemote } from './remote-plan.ts';
import { writeRemote } from './remote-rows.ts';
import { writeRounds } from './rounds.ts';
import { writeTasks } from './tasks.ts';
import { writeTime } from './time.ts';

/**
 * Writes an invented workspace, every client marked as sample, inside the caller's transaction.
 * `columnNames` gives the board's column names by kind, in the VA's language.
 */
export function writeSample(
  sql: Sql,
  options: SampleOptions,
  columnNames: Readonly<Record<string, string>>,
): readonly MadeClient[] {
  const context = createContext(sql, new Random(options.seed), options);
  const clients = writeClients(context, columnNames);
  const tasks = writeTasks(context, clients);
  writeTime(context, clients, tasks);
  writeRounds(context);
  if (options.events + options.files > 0) {
    const cast = clients.map((client) => client.sample);
    writeRemote(context, clients, planRemote(context.random, cast, context.today, options.zone, options));
  }
  writeBilling(context, clients);
  return clients;
}
