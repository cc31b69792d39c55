import type { Temporal } from 'temporal-polyfill';
import type { SampleClient } from './cast.ts';
import { fileNames, folders, meetings, objects } from './phrases.ts';
import type { Random } from './random.ts';

/** An event as the sample's account at Google has it: all-day dates, or wall-clock times in a zone. */
export interface PlannedEvent {
  readonly title: string;
  /** ISO date; for a timed event with `time`. */
  readonly date: string;
  /** `HH:MM` in the calendar's zone; null for a whole day. */
  readonly time: string | null;
  readonly minutes: number;
  readonly recurrence: readonly string[];
  readonly meeting: boolean;
}

export interface PlannedCalendar {
  readonly name: string;
  readonly zone: string;
  readonly events: readonly PlannedEvent[];
}

export interface PlannedFolder {
  readonly name: string;
  readonly folders: readonly PlannedFolder[];
  readonly files: readonly { readonly name: string; readonly mimeType: string }[];
}

export interface RemotePlan {
  /** One calendar and one folder for each client, named as the client is. */
  readonly calendars: readonly PlannedCalendar[];
  readonly folders: readonly PlannedFolder[];
}

interface Told {
  readonly client: string;
  readonly title: string;
  /** Wall clock in the zone of the VA, who reads it so on the screen. */
  readonly time: string | null;
  readonly minutes: number;
  readonly meeting?: boolean;
  readonly weekly?: boolean;
}

const told: readonly Told[] = [
  { client: 'FC', title: 'Weekly check-in', time: '10:00', minutes: 30, meeting: true, weekly: true },
  { client: 'AD', title: 'Rota call', time: '11:15', minutes: 15 },
  { client: 'NB', title: 'Christmas orders planning', time: '13:30', minutes: 45, meeting: true },
  { client: 'TA', title: 'Site photos handover', time: '15:00', minutes: 30 },
  { client: 'QS', title: 'Launch calendar walkthrough', time: '16:30', minutes: 45, meeting: true },
  { client: 'SL', title: 'Shoot day, Porto', time: null, minutes: 0 },
  { client: 'NB', title: 'Card orders close', time: null, minutes: 0 },
];

const documents = [
  'application/vnd.google-apps.document',
  'application/vnd.google-apps.spreadsheet',
  'application/pdf',
  'image/jpeg',
];

/**
 * What the sample's account has at Google: about `events` events around today and `files` files. Times are those
 * of `zone`, so that calendars of clients elsewhere show how their clocks differ.
 */
export function planRemote(
  random: Random,
  clients: readonly SampleClient[],
  today: Temporal.PlainDate,
  zone: string,
  size: { readonly events: number; readonly files: number },
): RemotePlan {
  const calendars = clients.map((client) => ({
    name: client.name,
    zone,
    events: told.filter((event) => event.client === client.code).map((event) => plan(event, today)),
  }));
  const count = calendars.reduce((sum, calendar) => sum + calendar.events.length, 0);
  for (let i = count; i < size.events; i++) {
    calendars[i % calendars.length]?.events.push(generated(random, today, size.events));
  }
  return {
    calendars,
    folders: clients.map((client) => folderOf(random, client, Math.ceil(size.files / clients.length))),
  };
}

function plan(event: Told, today: Temporal.PlainDate): PlannedEvent {
  // A weekly meeting has been going on for a while, right across the change of the clocks.
  const start = event.weekly ? today.subtract({ weeks: 20 }) : today;
  return {
    title: event.title,
    date: start.toString(),
    time: event.time,
    minutes: event.minutes,
    recurrence: event.weekly ? ['RRULE:FREQ=WEEKLY'] : [],
    meeting: event.meeting ?? false,
  };
}

function generated(random: Random, today: Temporal.PlainDate, all: number): PlannedEvent {
  // About four a day in all, on both sides of today.
  const span = Math.max(21, Math.ceil(all / 8));
  const date = today.add({ days: random.between(-span, span) });
  const wholeDay = random.chance(0.06);
  const hour = random.between(8, 17).toString().padStart(2, '0');
  return {
    title: random.chance(0.6) ? random.pick(meetings) : `${random.pick(meetings)}: ${random.pick(objects)}`,
    date: date.toString(),
    time: wholeDay ? null : `${hour}:${random.pick(['00', '15', '30', '45'])}`,
    minutes: random.pick([15, 30, 30, 45, 60, 90]),
    recurrence: random.chance(0.03) ? [`RRULE:FREQ=WEEKLY;COUNT=${random.between(3, 20)}`] : [],
    meeting: random.chance(0.4),
  };
}

function folderOf(random: Random, client: SampleClient, files: number): PlannedFolder {
  const inner = folders.map((name, index) => ({
    name,
    folders: [],
    files: Array.from(
      { length: Math.floor(files / folders.length) + Number(index < files % folders.length) },
      (_, i) => {
        const mimeType = random.pick(documents);
        const ending = mimeType === 'application/pdf' ? '.pdf' : mimeType === 'image/jpeg' ? '.jpg' : '';
        return { name: `${random.pick(fileNames)} ${i + 1}${ending}`, mimeType };
      },
    ),
  }));
  return { name: client.name, folders: inner, files: [] };
}
