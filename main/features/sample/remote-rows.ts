import { Temporal } from 'temporal-polyfill';
import type { MadeClient } from './clients.ts';
import { day, minute, type SampleContext, sampleId } from './context.ts';
import type { PlannedEvent, PlannedFolder, RemotePlan } from './remote-plan.ts';

/** Writes a plan as if an account had been connected and synced an hour ago; its sign-in is not there. */
export function writeRemote(context: SampleContext, clients: readonly MadeClient[], plan: RemotePlan): void {
  const { sql, random, options } = context;
  const accountId = sampleId(random, options.now - 90 * day);
  sql
    .prepare(
      `INSERT INTO accounts (id, subject, email, name, state, reads_calendar, reads_files, files_generation,
         files_listed_at, succeeded_at, sample, created_at)
       VALUES (?, 'sample-subject', 'sample.account@sample.example', 'Sample account', 'connected', 1, 1, 1, ?, ?, 1, ?)`,
    )
    .run(accountId, options.now - 60 * minute, options.now - 60 * minute, options.now - 90 * day);
  const event = eventWriter(context);
  const calendar = sql.prepare(
    `INSERT INTO calendars (id, account_id, client_id, remote_id, name, zone, color, role, is_primary, generation, listed_at)
     VALUES (?, ?, ?, ?, ?, ?, NULL, 'writer', 0, 1, ?)`,
  );
  for (const [index, planned] of plan.calendars.entries()) {
    const { lastInsertRowid } = calendar.run(
      sampleId(random, options.now),
      accountId,
      clients[index]?.id ?? null,
      `sample-${index}@group.calendar.google.com`,
      planned.name,
      planned.zone,
      options.now,
    );
    for (const [number, one] of planned.events.entries())
      event(Number(lastInsertRowid), planned.zone, number, one);
  }
  const file = fileWriter(context, accountId);
  for (const [index, folder] of plan.folders.entries()) {
    const clientId = clients[index]?.id;
    if (clientId) file(clientId, index, folder);
  }
}

function eventWriter({ sql, options }: SampleContext) {
  const insert = sql.prepare(
    `INSERT INTO events (calendar, generation, remote_id, etag, kind, cancelled, title, location, description,
       starts_at, ends_at, start_date, end_date, zone, recurrence, tentative, busy, meeting_url, updated_at)
     VALUES (?, 1, ?, '"1"', ?, 0, ?, '', '', ?, ?, ?, ?, ?, ?, 0, 1, ?, ?)`,
  );
  return (calendar: number, zone: string, number: number, event: PlannedEvent): void => {
    const date = Temporal.PlainDate.from(event.date);
    const start = event.time === null ? startOf(date, '00:00', 'UTC') : startOf(date, event.time, zone);
    const end = event.time === null ? start + day : start + event.minutes * minute;
    insert.run(
      calendar,
      `sample${calendar}x${number}`,
      event.recurrence.length > 0 ? 'master' : 'single',
      event.title,
      start,
      end,
      event.time === null ? event.date : null,
      event.time === null ? date.add({ days: 1 }).toString() : null,
      event.time === null ? null : zone,
      event.recurrence.join('\n'),
      event.meeting ? `https://meet.google.com/sample-${number}` : null,
      options.now,
    );
  };
}

function startOf(date: Temporal.PlainDate, time: string, zone: string): number {
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}

const changes = ['added', 'changed', 'changed', 'renamed'] as const;

function fileWriter({ sql, random, options }: SampleContext, accountId: string) {
  const root = sql.prepare(
    `INSERT INTO drive_folders (id, account_id, client_id, remote_id, drive_id, name, state, created_at)
     VALUES (?, ?, ?, ?, '', ?, 'present', ?)`,
  );
  const insert = sql.prepare(
    `INSERT INTO drive_files (account_id, generation, remote_id, parent_id, name, mime_type, is_folder, size,
       modified_at, modified_by, version, web_url)
     VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, 'Sample Contact', '1', ?)`,
  );
  const write = (id: string, parent: string, name: string, mimeType: string): void => {
    const folder = mimeType.endsWith('.folder');
    insert.run(
      accountId,
      id,
      parent,
      name,
      mimeType,
      Number(folder),
      folder || mimeType.startsWith('application/vnd.google-apps') ? null : random.between(2_000, 4_000_000),
      options.now - random.between(0, 200) * day - random.between(0, 600) * minute,
      folder ? null : `https://drive.google.com/file/d/${id}`,
    );
  };
  const feed = sql.prepare(
    `INSERT INTO drive_feed (folder_id, remote_id, name, is_folder, what, by, at)
     VALUES (?, ?, ?, 0, ?, 'Sample Contact', ?)`,
  );
  return (clientId: string, index: number, planned: PlannedFolder): void => {
    const rootId = `samplefolder${index}`;
    const folder = sampleId(random, options.now);
    root.run(folder, accountId, clientId, rootId, planned.name, options.now);
    for (const [number, { files }] of planned.folders.entries()) {
      for (const [i, file] of files.slice(0, 2).entries()) {
        const at = options.now - (number * 2 + i) * 7 * 60 * minute - 50 * minute;
        feed.run(folder, `${rootId}x${number}x${i}`, file.name, random.pick(changes), at);
      }
    }
    for (const [number, folder] of planned.folders.entries()) {
      const folderId = `${rootId}x${number}`;
      write(folderId, rootId, folder.name, 'application/vnd.google-apps.folder');
      for (const [i, file] of folder.files.entries())
        write(`${folderId}x${i}`, folderId, file.name, file.mimeType);
    }
  };
}
