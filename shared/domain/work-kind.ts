/** The kinds of work that come with the app, in order; their names are in the catalogues (`common:workKind.<id>`). */
export const builtInWorkKinds = [
  'bookkeeping',
  'email',
  'scheduling',
  'travel',
  'social_media',
  'writing',
  'data_entry',
  'files',
  'meetings',
] as const;

export type BuiltInWorkKind = (typeof builtInWorkKinds)[number];

/** A kind of work as it is named: by the person, or, where they never did, by the catalogue. */
export interface NamedWorkKind {
  readonly id: string;
  /** Null for one that came with the app and was not renamed. */
  readonly name: string | null;
}

/** Whether the app came with this kind. */
export function isBuiltIn(id: string): id is BuiltInWorkKind {
  return (builtInWorkKinds as readonly string[]).includes(id);
}

/** What a kind is called; `builtIn` gives the catalogue's name. */
export function workKindName(kind: NamedWorkKind, builtIn: (id: BuiltInWorkKind) => string): string {
  if (kind.name !== null) return kind.name;
  return isBuiltIn(kind.id) ? builtIn(kind.id) : kind.id;
}
