import type { Category } from '#shared/domain/category.ts';

/** One hand-written task of the cast. `due` counts days from today; null has none. */
export interface StoryTask {
  readonly client: string;
  readonly column: 'todo' | 'doing' | 'waiting' | 'review' | 'done';
  readonly title: string;
  readonly due: number | null;
  readonly time?: string;
  readonly category: Category | null;
  readonly estimate: number;
  readonly tracked: number;
  readonly checklist?: readonly [done: number, total: number];
  readonly links?: number;
  readonly waitingOn?: string;
  readonly waitingDays?: number;
  readonly wanted?: string;
  readonly doneLooksLike?: string;
}

const task = (
  client: string,
  column: StoryTask['column'],
  title: string,
  due: number | null,
  category: Category | null,
  estimate: number,
  tracked: number,
  more: Partial<StoryTask> = {},
): StoryTask => ({ client, column, title, due, category, estimate, tracked, ...more });

/** What is on the boards of the cast today. */
export const story: readonly StoryTask[] = [
  task('NB', 'todo', 'Travel to Oslo: flights and hotel for Tom', 1, 'key', 180, 70, {
    time: '17:00',
    checklist: [3, 5],
    links: 2,
    wanted:
      'Return flights London to Oslo and two nights for the Nordic Bread Fair. Aisle seat, hand luggage only, under £420 in all.',
    doneLooksLike: 'Both bookings paid, itinerary in Tom’s calendar, receipts in the Travel folder.',
  }),
  task('NB', 'todo', 'Proofread Christmas order form', 0, 'key', 45, 0, { links: 1 }),
  task('NB', 'todo', 'Post winter opening hours', 0, 'routine', 20, 0),
  task('NB', 'todo', 'Photo brief for the winter menu', 5, 'useful', 90, 0, { checklist: [0, 4] }),
  task('NB', 'todo', 'Clean up supplier contacts', null, 'useful', 120, 35),
  task('NB', 'todo', 'Renew food hygiene listing', 9, 'routine', 30, 0),
  task('NB', 'doing', 'December newsletter', 0, 'key', 180, 83, { checklist: [4, 6], links: 3 }),
  task('NB', 'doing', 'Chase Miller & Sons flour credit note', -2, 'routine', 45, 50),
  task('NB', 'doing', 'Press list for the tasting evening', 2, 'useful', 150, 80, { checklist: [9, 14] }),
  task('NB', 'waiting', 'Invoice query: surcharge', null, 'routine', 30, 25, {
    waitingOn: 'Tom',
    waitingDays: 2,
    links: 1,
  }),
  task('NB', 'waiting', 'Staff rota template sign-off', 5, 'useful', 90, 75, {
    waitingOn: 'Priya',
    waitingDays: 5,
  }),
  task('NB', 'review', 'Tasting evening invitation', 5, 'key', 60, 55, { links: 2 }),
  task('NB', 'review', 'Instagram captions, week 49', 2, 'routine', 90, 100, { checklist: [7, 7], links: 1 }),
  task('NB', 'done', 'Order new till rolls', -3, 'routine', 15, 15),
  task('NB', 'done', 'November supplier statements', -6, 'key', 120, 110),
  task('NB', 'done', 'Halloween photo archive', -12, 'useful', 60, 45),
  task('NB', 'done', 'Update allergen sheet', -9, 'key', 45, 40),
  task('FC', 'todo', 'Board pack: confirm delivery', 0, 'key', 40, 0, { time: '16:00' }),
  task('FC', 'todo', 'Calendar tidy, week 49', 0, 'routine', 25, 0),
  task('FC', 'doing', 'Travel, Bergen offsite', 4, 'key', 240, 190, { checklist: [2, 6] }),
  task('FC', 'waiting', 'Agenda for 2 December', 3, 'routine', 30, 10, {
    waitingOn: 'Ingrid',
    waitingDays: 1,
  }),
  task('FC', 'review', 'Minutes of the partner meeting', 1, 'key', 60, 55),
  task('FC', 'done', 'Inbox and calendar', -1, 'routine', 60, 340),
  task('AD', 'todo', 'Send recall list to hygienist', -1, 'key', 30, 0),
  task('AD', 'todo', 'November expense sheet', 0, 'routine', 60, 22),
  task('AD', 'waiting', 'Reception rota approval', null, 'routine', 30, 20, {
    waitingOn: 'Dr Keane',
    waitingDays: 5,
  }),
  task('AD', 'doing', 'Reminder texts, December', 3, 'routine', 90, 30),
  task('HY', 'todo', 'Timetable for January', 6, 'key', 60, 0),
  task('HY', 'doing', 'Retreat FAQ page', 8, 'useful', 120, 45),
  task('HY', 'done', 'Class list, week 47', -4, 'routine', 30, 25),
  task('JT', 'todo', 'Visa checklist for Vietnam groups', 2, 'key', 90, 0, { checklist: [1, 8] }),
  task('JT', 'doing', 'Supplier prices 2027', 12, 'useful', 240, 150),
  task('JT', 'review', 'Itinerary draft: Kerala in 9 days 🛶', 3, 'key', 150, 160),
  task('QS', 'todo', 'Confirm launch calendar dates', 0, 'key', 15, 0, { time: '16:30' }),
  task('QS', 'doing', 'Index cards for “The Salt Year”', 7, 'useful', 180, 65),
  task('QS', 'waiting', 'Cover quote from the reviewer', 10, 'routine', 20, 5, {
    waitingOn: 'Marisol',
    waitingDays: 1,
  }),
  task('SL', 'todo', 'Podcast guest outreach, six follow-ups', 0, 'key', 60, 35),
  task('SL', 'todo', 'Contact sheet links to client', 0, 'routine', 30, 0),
  task('SL', 'waiting', 'Guest bio and photo', 2, 'routine', 20, 10, { waitingOn: 'Rui', waitingDays: 1 }),
  task('TA', 'todo', 'Angebotsliste für die Baustelle Nordhafen prüfen', 4, 'key', 120, 0),
  task('TA', 'doing', 'Baustellenfotos nach Datum ablegen', 6, 'routine', 90, 40),
];
