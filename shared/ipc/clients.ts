import { z } from 'zod';
import {
  type ChannelKind,
  type ClientColor,
  type ClientState,
  channelKinds,
  clientStates,
  letters,
  type WorkingDay,
} from '#shared/domain/clients.ts';
import { clockTime, currency, id, isoDate, requiredText, text, zone } from './fields.ts';
import { read, write } from './method.ts';

/** One row of the rail, and what other views need to name a client. */
export interface ClientCard {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly color: ClientColor;
  readonly zone: string;
  readonly state: ClientState;
  readonly pinned: boolean;
  readonly archived: boolean;
  readonly sample: boolean;
  /** Open tasks due today in the VA's zone and not yet late. */
  readonly dueToday: number;
  /** Open tasks whose day, or minute if they have one, has passed. */
  readonly overdue: number;
  /** When the next open task becomes overdue, UTC milliseconds, should it be today or tomorrow. */
  readonly nextDue: number | null;
}

export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly phone: string;
}

export interface Channel {
  readonly kind: ChannelKind;
  readonly value: string;
}

export interface Client {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly color: ClientColor;
  readonly zone: string;
  readonly workingHours: readonly WorkingDay[];
  /** BCP 47 tag of the language to write to the client in. */
  readonly language: string;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly contacts: readonly Contact[];
  readonly channels: { readonly main: Channel | null; readonly second: Channel | null };
  /** Agreed time to answer, in minutes of working time. */
  readonly responseMinutes: number | null;
  readonly notes: string;
  readonly contractStart: string | null;
  readonly contractEnd: string | null;
  readonly confidentialUntil: string | null;
  readonly state: ClientState;
  readonly pinned: boolean;
  /** UTC milliseconds. */
  readonly archivedAt: number | null;
  readonly sample: boolean;
}

/** One kind of thing that goes when a client is deleted; the kind names a text `clients:belongings.<kind>`. */
export interface Belonging {
  readonly kind: string;
  readonly count: number;
  /** For tracked time: how much of it. */
  readonly milliseconds?: number;
}

/** Why something is not done; a key of the `errors` catalogue. */
export interface Refusal {
  readonly reason: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface DeletionPreview {
  readonly belongings: readonly Belonging[];
  /** Null when the client can be deleted. */
  readonly refusal: Refusal | null;
}

const code = text(8).refine((value) => {
  const count = letters(value).length;
  return count >= 1 && count <= 2 && [...value].length <= 4;
}, 'client.code');

const languageTag = z.string().max(35, 'client.language').refine(isLanguageTag, 'client.language');

const email = text(254).refine((value) => value === '' || z.email().safeParse(value).success, 'field.email');

const workingDay = z
  .strictObject({ day: z.int().min(1).max(7), start: clockTime, end: clockTime })
  .refine((day) => day.start < day.end, { path: ['end'], error: 'client.hoursOrder' });

const workingHours = z
  .array(workingDay)
  .max(7)
  .refine((days) => new Set(days.map((day) => day.day)).size === days.length, 'client.hoursTwice');

const contact = z.strictObject({
  /** Left out for a new contact. */
  id: id.optional(),
  name: requiredText(200),
  role: text(100),
  email,
  phone: text(50),
});

const channel = z.strictObject({ kind: z.enum(channelKinds), value: text(300) }).nullable();

/** What a person can say about a client. Which dates go together is checked against what is stored. */
const clientFields = z.strictObject({
  name: requiredText(200),
  code,
  color: z.int().min(1, 'client.color').max(8, 'client.color') as unknown as z.ZodType<ClientColor>,
  zone,
  workingHours,
  language: languageTag,
  currency,
  contacts: z.array(contact).max(100, 'client.contactsLimit'),
  channels: z.strictObject({ main: channel, second: channel }),
  responseMinutes: z
    .int('client.response')
    .min(1, 'client.response')
    .max(43_200, 'client.response')
    .nullable(),
  notes: text(20_000),
  contractStart: isoDate.nullable(),
  contractEnd: isoDate.nullable(),
  confidentialUntil: isoDate.nullable(),
  state: z.enum(clientStates),
});

/** Everything about a client that a form can hold. */
export type ClientFields = z.infer<typeof clientFields>;

/** What `clients.change` may carry. */
export type ClientChanges = { [Key in keyof ClientFields]?: ClientFields[Key] | undefined };

/** Only the name is needed; the rest is proposed. */
export type NewClient = Pick<ClientFields, 'name'> & ClientChanges;

const newClient: z.ZodType<NewClient> = clientFields.partial().required({ name: true });
const one = z.strictObject({ clientId: id });

export const clientsContract = {
  /** All clients, archived ones too, pinned first, then by name. */
  'clients.list': read<readonly ClientCard[]>()(z.undefined(), ['clients', 'tasks']),
  'clients.get': read<Client>()(one, ['clients']),
  'clients.add': write<{ readonly clientId: string }>()(newClient),
  /** Only the fields given change; `contacts` and `channels` are replaced as a whole. */
  'clients.change': write()(clientFields.partial().extend({ clientId: id })),
  'clients.pin': write()(one.extend({ pinned: z.boolean() })),
  /** Keeps everything and takes the client out of the rail. */
  'clients.archive': write()(one),
  'clients.restore': write()(one),
  'clients.deletionPreview': read<DeletionPreview>()(one, [
    'clients',
    'tasks',
    'time',
    'billing',
    'vault',
    'calendar',
    'files',
  ]),
  /** Takes the client and everything in the preview; undo brings it back until the app closes. */
  'clients.delete': write()(one),
};

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
