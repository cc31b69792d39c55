import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { CalendarStore } from '../calendar/store.ts';
import type { Fault } from '../faults.ts';
import type { FakeGoogle } from '../index.ts';
import { timed } from '../spec/client.ts';

/** One thing that happens, with numbers that choose what it happens to. */
export interface Step {
  readonly what: (typeof WHAT)[number];
  readonly a: number;
  readonly b: number;
  /** Whether it happens between two pages of the next round, and not before it. */
  readonly between: boolean;
}

const WHAT = [
  'event',
  'event',
  'all-day',
  'series',
  'series',
  'edit',
  'edit',
  'move',
  'delete',
  'exception',
  'exception',
  'cancel-occurrence',
  'expire-events',
  'unshare',
  'share',
  'role',
  'file',
  'file',
  'folder',
  'folder',
  'edit-file',
  'rename-file',
  'move-file',
  'move-file',
  'move-file',
  'trash',
  'untrash',
  'delete-file',
  'share-folder',
  'unshare-folder',
  'members',
  'expire-drive',
  'expire-access',
  'fault',
  'sync',
  'sync',
  'sync',
] as const;

export const stepArb: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...WHAT),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
  between: fc.boolean(),
});

const FAULTS: readonly Fault[] = [
  { kind: 'rate', code: 429, retryAfterSeconds: 2 },
  { kind: 'rate', code: 429 },
  { kind: 'rate', code: 403 },
  { kind: 'server', code: 503, when: 'before' },
  { kind: 'server', code: 500, when: 'after' },
  { kind: 'cut', when: 'before' },
  { kind: 'cut', when: 'after' },
];

export interface World {
  readonly google: FakeGoogle;
  readonly va: string;
  readonly owner: string;
  /** Calendars that are assigned; the second is the owner's and shared. */
  readonly calendars: readonly CalendarStore[];
  readonly sharedDrive: string;
  /** Folders that are assigned. */
  readonly roots: readonly string[];
  /** The owner's folder around one of them. */
  readonly outer: string;
}

const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)];
const day = (n: number): string =>
  Temporal.PlainDate.from('2026-01-01')
    .add({ days: n % 400 })
    .toString();

/** Does what a step says, as people at the other end would. */
export function perform(world: World, step: Step): void {
  if (/file|folder|trash|members|drive/.test(step.what)) performDrive(world, step);
  else performCalendar(world, step);
}

function performCalendar({ google, calendars, owner: _owner, va }: World, { what, a, b }: Step): void {
  const calendar = pick(calendars, a);
  if (!calendar) return;
  const living = [...calendar.events.values()].filter((e) => !e.deleted);
  const event = pick(living, b);
  const shared = calendars[1];
  switch (what) {
    case 'event':
      calendar.put(timed(`E${a}`, day(b), a % 20));
      break;
    case 'all-day':
      calendar.put({ summary: `D${a}`, start: { date: day(b) }, end: { date: day(b + 2) } });
      break;
    case 'series':
      calendar.put({
        ...timed(`S${a}`, day(b), a % 20),
        recurrence: [`RRULE:FREQ=DAILY;COUNT=${2 + (b % 20)}`],
      });
      break;
    case 'edit':
      if (event) calendar.put({ ...event.body, summary: `edited ${a} ${b}`, location: `Room ${b}` });
      break;
    case 'move':
      if (event && !event.body.recurringEventId)
        calendar.put({ ...event.body, ...timed(event.body.summary ?? '', day(a + b), b % 20) });
      break;
    case 'delete':
      if (event) calendar.remove(event.id);
      break;
    case 'exception':
    case 'cancel-occurrence':
      except(calendar, what === 'exception', a, b);
      break;
    case 'expire-events':
      google.calendar.expireEventTokens(calendar.id);
      if (b % 3 === 0) google.calendar.expireListTokens();
      break;
    case 'unshare':
      if (shared?.roles.has(va)) google.calendar.unshare(shared.id, va);
      break;
    case 'share':
    case 'role':
      if (shared) google.calendar.share(shared.id, va, what === 'share' ? 'reader' : 'writer');
      break;
    case 'expire-access':
      google.accounts.expireAccess();
      break;
    case 'fault': {
      const fault = pick(FAULTS, a);
      const operation =
        pick(['calendar.events.list', 'drive.changes.list', 'drive.files.list', '*'], b) ?? '*';
      if (fault) google.faults.add(operation, fault, 1 + (b % 2));
      break;
    }
  }
}

function except(calendar: CalendarStore, changed: boolean, a: number, b: number): void {
  const masters = [...calendar.events.values()].filter((e) => !e.deleted && e.body.recurrence);
  const master = pick(masters, a);
  if (!master?.body.start?.dateTime) return;
  const original = Temporal.Instant.from(master.body.start.dateTime)
    .toZonedDateTimeISO('Europe/Berlin')
    .add({ days: b % 5 });
  const start = original.toString({ timeZoneName: 'never' });
  const stamp = original.toInstant().toString().replaceAll(/[-:]/g, '');
  calendar.put({
    id: `${master.id}_${stamp}`,
    recurringEventId: master.id,
    originalStartTime: { dateTime: start, timeZone: 'Europe/Berlin' },
    ...(changed ? timed(`X${b}`, day(b), 10) : { status: 'cancelled' }),
  });
}

function performDrive(world: World, { what, a, b }: Step): void {
  const { google, va, owner, sharedDrive, roots, outer } = world;
  const { store } = google.drive;
  const places = [...roots, outer, store.rootOf(va), sharedDrive].filter((id) => store.files.has(id));
  const mine = [...store.files.values()].filter((f) => f.parent !== undefined);
  const folders = [...places, ...mine.filter((f) => f.mimeType.endsWith('folder')).map((f) => f.id)];
  const parent = pick(folders, b) ?? store.rootOf(va);
  const movable = mine.filter((f) => !roots.includes(f.id) || a % 4 === 0);
  const file = pick(movable, a);
  const by = store.files.get(parent)?.owner ?? va;
  switch (what) {
    case 'file':
      store.create(by, { name: `f${a}`, parent });
      break;
    case 'folder':
      store.folder(by, parent, `d${a}`);
      break;
    case 'edit-file':
      if (file) store.edit(by, file.id, { size: 1_000 + b });
      break;
    case 'rename-file':
      if (file) store.edit(by, file.id, { name: `renamed ${b}` });
      break;
    case 'move-file':
      if (file && !inside(world, parent, file.id)) store.move(va, file.id, parent);
      break;
    case 'trash':
    case 'untrash':
      if (file) store.trash(file.id, what === 'trash');
      break;
    case 'delete-file':
      if (file && !roots.includes(file.id) && file.id !== outer) store.remove(file.id);
      break;
    case 'share-folder':
      if (store.files.has(outer)) store.share(outer, va);
      break;
    case 'unshare-folder':
      if (store.files.has(outer)) store.unshare(outer, va);
      break;
    case 'members':
      store.setMembers(sharedDrive, a % 3 === 0 ? [owner] : [owner, va]);
      break;
    case 'expire-drive':
      google.drive.expireChangeTokens();
      break;
  }
}

/** Whether a folder lies in another one, or is it. */
function inside({ google }: World, folder: string, above: string): boolean {
  for (let at: string | undefined = folder; at !== undefined; at = google.drive.store.files.get(at)?.parent) {
    if (at === above) return true;
  }
  return false;
}
