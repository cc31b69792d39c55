import type { ReadRow } from './row.ts';

/** The longest note of an entry, as everywhere in the app. */
const LONGEST_NOTE = 2_000;
const LONGEST_NAME = 200;

/** What a row's client is mapped by: its client, or its project where the tracker was used without clients. */
export interface FoundName {
  readonly kind: 'client' | 'project' | 'none';
  readonly name: string;
}

export function foundName(row: Pick<ReadRow, 'client' | 'project'>): FoundName {
  if (row.client !== '') return { kind: 'client', name: row.client };
  if (row.project !== '') return { kind: 'project', name: row.project };
  return { kind: 'none', name: '' };
}

export const nameKey = ({ kind, name }: FoundName): string => `${kind}:${name}`;

/** A name as equal names are found by: `Fjord  & Co` and `fjord & co` are one. */
export const foldName = (name: string): string =>
  name.normalize('NFC').toLocaleLowerCase('und').replace(/\s+/g, ' ').trim();

/** A name that a client or a task may have. */
export const shortName = (name: string, longest = LONGEST_NAME): string =>
  [...name].slice(0, longest).join('').trim();

/** The note of an entry, with what has no other place in front: `Project · Task: what was done [tag, tag]`. */
export function noteOf(
  row: Pick<ReadRow, 'project' | 'task' | 'note' | 'tags'>,
  options: { readonly project: boolean; readonly tags: boolean },
): { readonly note: string; readonly cut: boolean } {
  const lead = [options.project ? row.project : '', row.task].filter((part) => part !== '').join(' · ');
  const words = lead !== '' && row.note !== '' ? `${lead}: ${row.note}` : lead || row.note;
  const note = options.tags && row.tags !== '' ? `${words} [${row.tags}]`.trim() : words;
  return note.length > LONGEST_NOTE
    ? { note: `${note.slice(0, LONGEST_NOTE - 1).replace(/\p{Surrogate}$/u, '')}…`, cut: true }
    : { note, cut: false };
}
