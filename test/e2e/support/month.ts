import type { Page } from '@playwright/test';
import { callApp } from './seed.ts';

/** Where the person of the month lives; their days begin two hours before those of London. */
export const home = 'Europe/Tallinn';

type Party = Parameters<typeof saveParty>[2];

/** Four sample clients, each in a country, zone, language and currency of its own. */
export const clients = {
  hourly: { name: 'Harbour Yoga', zone: 'America/Los_Angeles', language: 'en', currency: 'USD' },
  perTask: { name: 'Tern Architects', zone: 'Europe/Tallinn', language: 'et', currency: 'EUR' },
  perDay: { name: 'Studio Lumen', zone: 'Asia/Kolkata', language: 'hi', currency: 'INR' },
  retainer: { name: 'Bäckerei Nordwind', zone: 'Europe/Berlin', language: 'de', currency: 'EUR' },
} as const;
export type Which = keyof typeof clients;
export type ClientIds = Readonly<Record<Which, string>>;

const parties: Readonly<Record<Which, Party>> = {
  hourly: {
    legalName: 'Harbour Yoga LLC',
    street: '12 Sample Pier',
    postcode: '94000',
    city: 'Sampleton',
    region: 'CA',
    country: 'US',
    vatId: '',
  },
  perTask: {
    legalName: 'Tern Arhitektid OÜ',
    street: 'Näidise 3-14',
    postcode: '10000',
    city: 'Tallinn',
    region: '',
    country: 'EE',
    vatId: '',
  },
  perDay: {
    legalName: 'स्टूडियो लुमेन प्राइवेट लिमिटेड',
    street: '4 Sample Road',
    postcode: '560001',
    city: 'Bengaluru',
    region: '',
    country: 'IN',
    vatId: '',
  },
  retainer: {
    legalName: 'Bäckerei Nordwind Backwaren und Feinkost Handelsgesellschaft mbH & Co. KG',
    street: 'Musterstraße 7',
    postcode: '50667',
    city: 'Köln',
    region: '',
    country: 'DE',
    vatId: 'DE136695976',
  },
};

/** The person's own details, and the four clients with theirs. */
export async function addParties(page: Page): Promise<ClientIds> {
  await callApp(page, 'billing.saveProfile', {
    name: 'Sample Assistant',
    trade: 'Virtual assistance',
    address: '',
    street: 'Näidise 1',
    postcode: '10000',
    city: 'Tallinn',
    country: 'EE',
    email: 'assistant@sample.example',
    phone: '+372 000 0000',
    vatId: 'EE100931558',
    taxNumber: '',
    paymentDetails: '',
    iban: 'EE382200221020145685',
    bank: 'Sample Bank',
    paymentDays: 14,
    tax: { category: 'standard', rate: 24_000 },
    taxNote: '',
  });
  const ids: Partial<Record<Which, string>> = {};
  for (const which of Object.keys(clients) as Which[]) {
    const { clientId } = await callApp(page, 'clients.add', clients[which]);
    await saveParty(page, clientId, parties[which]);
    ids[which] = clientId;
  }
  return ids as ClientIds;
}

async function saveParty(
  page: Page,
  clientId: string,
  party: Readonly<
    Record<'legalName' | 'street' | 'postcode' | 'city' | 'region' | 'country' | 'vatId', string>
  >,
): Promise<void> {
  const rest = { contact: '', address: '', email: '', paymentDays: null };
  await callApp(page, 'billing.saveParty', { clientId, ...party, ...rest });
}

/** Work from a wall-clock time to another of one day, in the person's own zone unless told otherwise. */
export interface Work {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly kind?: string;
  readonly taskId?: string;
  readonly zone?: string;
}

/** Records work in the order given, as the form for an entry would. */
export async function record(page: Page, clientId: string, work: readonly Work[]): Promise<void> {
  for (const { date, from, to, kind, taskId, zone = home } of work) {
    await callApp(page, 'time.add', {
      clientId,
      start: { date, time: from },
      end: { date, time: to },
      zone,
      ...(kind === undefined ? {} : { workKindId: kind }),
      ...(taskId === undefined ? {} : { taskId }),
    });
  }
}

/** The same hours on several days of November 2026. */
export function november(days: readonly number[], from: string, to: string, kind?: string): Work[] {
  return days.map((day) => ({
    date: `2026-11-${String(day).padStart(2, '0')}`,
    from,
    to,
    ...(kind === undefined ? {} : { kind }),
  }));
}
