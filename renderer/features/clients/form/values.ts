import { formatDuration, parseDuration } from '#shared/domain/duration.ts';
import type { Client, ClientChanges, ClientFields } from '#shared/ipc/clients.ts';
import type { Draft } from '../../../lib/draft.ts';

/** What the form holds: the client's fields, with the answer time as it is typed. */
export type ClientValues = Omit<ClientFields, 'responseMinutes' | 'contacts'> & {
  readonly contacts: readonly ContactValues[];
  readonly responseText: string;
};

/** `key` keeps a row apart from the others while it has no id yet. */
export type ContactValues = Omit<ClientFields['contacts'][number], 'id'> & {
  readonly id?: string;
  readonly key: string;
};

export type ClientDraft = Draft<ClientValues>;

const minute = 60_000;

export function valuesOf(client: Client): ClientValues {
  const { id, pinned, archivedAt, sample, responseMinutes, contacts, workingHours, ...fields } = client;
  return {
    ...fields,
    workingHours: [...workingHours],
    contacts: contacts.map((contact) => ({ ...contact, key: contact.id })),
    responseText: responseMinutes === null ? '' : formatDuration(responseMinutes * minute),
  };
}

/** The changes as the contract takes them; an answer time that cannot be read goes along as -1, to be refused. */
export function changesOf(values: Partial<ClientValues>): ClientChanges {
  const { responseText, contacts, ...fields } = values;
  return {
    ...fields,
    ...(contacts ? { contacts: contacts.map(({ key, ...contact }) => contact) } : {}),
    ...(responseText === undefined ? {} : { responseMinutes: readMinutes(responseText) }),
  };
}

function readMinutes(text: string): number | null {
  if (text.trim() === '') return null;
  const milliseconds = parseDuration(text);
  return milliseconds === null ? -1 : Math.round(milliseconds / minute);
}
