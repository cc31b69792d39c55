import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { RunningApp } from './app.ts';
import { callApp } from './seed.ts';

/** Makes the task of this title due in so many seconds, a moment that no form can name. */
export async function dueIn({ page, profile }: RunningApp, title: string, seconds: number): Promise<void> {
  const at = Date.now() + seconds * 1_000;
  const iso = new Date(at).toISOString();
  const sql = new Database(join(profile, 'clientele.db'));
  sql
    .prepare(`UPDATE tasks SET due_date = ?, due_time = ?, due_zone = 'UTC', due_at = ? WHERE title = ?`)
    .run(iso.slice(0, 10), iso.slice(11, 16), at, title);
  sql.close();
  const [client] = await callApp(page, 'clients.list');
  // Any change makes the app look again.
  if (client) await callApp(page, 'clients.pin', { clientId: client.id, pinned: true });
}
