import type { ChannelKind } from '#shared/domain/clients.ts';

export interface SampleClient {
  readonly name: string;
  readonly code: string;
  readonly color: number;
  readonly zone: string;
  readonly language: string;
  readonly currency: string;
  readonly pinned: boolean;
  readonly contacts: readonly { readonly name: string; readonly role: string; readonly email: string }[];
  readonly main: ChannelKind;
  readonly second: ChannelKind;
  readonly responseMinutes: number;
  readonly notes: string;
}

const person = (name: string, role: string, host: string) => ({
  name,
  role,
  email: `${name.split(' ')[0]?.toLowerCase()}@${host}.example`,
});

/** The invented clients that the sample shows first. None of them exists. */
export const cast: readonly SampleClient[] = [
  {
    name: 'Northwind Bakery',
    code: 'NB',
    color: 1,
    zone: 'Europe/London',
    language: 'en',
    currency: 'GBP',
    pinned: true,
    contacts: [person('Tom Ashby', 'Owner', 'northwind'), person('Priya Nair', 'Shop manager', 'northwind')],
    main: 'email',
    second: 'phone',
    responseMinutes: 240,
    notes: 'Prices always with the surcharge. Tom reads mail before eight, Priya answers the phone.',
  },
  {
    name: 'Fjord & Co',
    code: 'FC',
    color: 5,
    zone: 'Europe/Oslo',
    language: 'en',
    currency: 'EUR',
    pinned: true,
    contacts: [person('Ingrid Solheim', 'Managing partner', 'fjord')],
    main: 'chat',
    second: 'email',
    responseMinutes: 120,
    notes: 'Board packs go out on Fridays at noon, printed copies by courier.',
  },
  {
    name: 'Acme Dental',
    code: 'AD',
    color: 6,
    zone: 'Europe/Dublin',
    language: 'en',
    currency: 'EUR',
    pinned: false,
    contacts: [person('Dr Keane', 'Dentist', 'acmedental'), person('Aoife Byrne', 'Reception', 'acmedental')],
    main: 'phone',
    second: 'email',
    responseMinutes: 60,
    notes: '',
  },
  {
    name: 'Harbour Yoga',
    code: 'HY',
    color: 7,
    zone: 'Europe/Athens',
    language: 'en',
    currency: 'EUR',
    pinned: false,
    contacts: [person('Eleni Markou', 'Teacher', 'harbouryoga')],
    main: 'chat',
    second: 'video',
    responseMinutes: 480,
    notes: 'Class list closes on Thursdays.',
  },
  {
    name: 'Juniper Travel',
    code: 'JT',
    color: 2,
    zone: 'Asia/Kolkata',
    language: 'en',
    currency: 'GBP',
    pinned: false,
    contacts: [person('Rohan Mehta', 'Planner', 'juniper')],
    main: 'email',
    second: 'chat',
    responseMinutes: 240,
    notes: '',
  },
  {
    name: 'Quill & Sage',
    code: 'QS',
    color: 4,
    zone: 'America/New_York',
    language: 'en',
    currency: 'USD',
    pinned: false,
    contacts: [person('Marisol Vega', 'Editor', 'quillsage')],
    main: 'email',
    second: 'video',
    responseMinutes: 480,
    notes: 'House style: serial comma, no exclamation marks.',
  },
  {
    name: 'Studio Lumen',
    code: 'SL',
    color: 3,
    zone: 'Europe/Lisbon',
    language: 'en',
    currency: 'EUR',
    pinned: false,
    contacts: [person('Rui Barros', 'Photographer', 'lumen')],
    main: 'chat',
    second: 'email',
    responseMinutes: 240,
    notes: '',
  },
  {
    name: 'Tern Architects',
    code: 'TA',
    color: 8,
    zone: 'Europe/Berlin',
    language: 'de',
    currency: 'EUR',
    pinned: false,
    contacts: [person('Jonas Weber', 'Büroleitung', 'tern')],
    main: 'email',
    second: 'phone',
    responseMinutes: 240,
    notes: 'Angebote immer als PDF, Pläne nie per Mail.',
  },
];

/** Parts of further names, for workspaces with more clients than the cast has. */
export const firstWords = [
  'Alder',
  'Bramble',
  'Copper',
  'Dune',
  'Ember',
  'Fathom',
  'Garnet',
  'Hollow',
  'Islet',
  'Kestrel',
  'Larch',
  'Meridian',
];
export const secondWords = [
  'Studio',
  'Clinic',
  'Partners',
  'Press',
  'Kitchen',
  'Legal',
  'Garden',
  'Music',
  'Logistics',
  '工房',
  'Книги',
  'Café',
];
export const zones = [
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'Europe/Berlin',
  'Europe/Tallinn',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
];
export const currencies = ['EUR', 'GBP', 'USD', 'NOK', 'INR', 'JPY'];
