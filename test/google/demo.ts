import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { cast } from '#main/features/sample/cast.ts';
import { Random } from '#main/features/sample/random.ts';
import { type PlannedEvent, type PlannedFolder, planRemote } from '#main/features/sample/remote-plan.ts';
import type { GoogleEvent } from './calendar/types.ts';
import { type FakeGoogle, startFakeGoogle } from './index.ts';

export const sampleAccount = 'sample.account@sample.example';

/** Fills a fake with the sample's account: a calendar and a folder for each client of the cast. */
export function fillWithSample(
  google: FakeGoogle,
  zone: string,
  size: { events: number; files: number },
): void {
  const today = Temporal.Now.zonedDateTimeISO(zone).toPlainDate();
  const plan = planRemote(new Random(1), cast, today, zone, size);
  google.addUser(sampleAccount, 'Sample account', zone);
  for (const planned of plan.calendars) {
    const calendar = google.calendar.addCalendar(sampleAccount, planned.name, { timeZone: planned.zone });
    for (const event of planned.events) calendar.put(eventOf(event, planned.zone));
  }
  const root = google.drive.store.rootOf(sampleAccount);
  for (const folder of plan.folders) addFolder(google, root, folder);
}

function eventOf(event: PlannedEvent, timeZone: string): GoogleEvent {
  const date = Temporal.PlainDate.from(event.date);
  const common: GoogleEvent = {
    summary: event.title,
    ...(event.recurrence.length > 0 ? { recurrence: [...event.recurrence] } : {}),
    ...(event.meeting ? { hangoutLink: 'https://meet.google.com/sam-ples-xyz' } : {}),
  };
  if (event.time === null) {
    return { ...common, start: { date: event.date }, end: { date: date.add({ days: 1 }).toString() } };
  }
  const start = date.toPlainDateTime(Temporal.PlainTime.from(event.time));
  const end = start.add({ minutes: event.minutes });
  const at = (time: Temporal.PlainDateTime) => ({
    dateTime: time.toString({ smallestUnit: 'second' }),
    timeZone,
  });
  return { ...common, start: at(start), end: at(end) };
}

function addFolder(google: FakeGoogle, parent: string, folder: PlannedFolder): void {
  const { store } = google.drive;
  const made = store.folder(sampleAccount, parent, folder.name);
  for (const inner of folder.folders) addFolder(google, made.id, inner);
  for (const file of folder.files) store.create(sampleAccount, { ...file, parent: made.id });
}

/** Run by itself, it serves the sample until it is ended, and prints its address. */
if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '160' },
      files: { type: 'string', default: '240' },
      zone: { type: 'string', default: Temporal.Now.timeZoneId() },
    },
  });
  const google = await startFakeGoogle({ seed: 1 });
  fillWithSample(google, values.zone, { events: Number(values.events), files: Number(values.files) });
  writeSync(1, `${google.url}\n`);
}
