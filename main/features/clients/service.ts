import { generateNKeysBetween } from 'fractional-indexing';
import { defaultColumnKinds, proposeCode, proposeColor, usualWorkingHours } from '#shared/domain/clients.ts';
import { dayBounds } from '#shared/domain/day-bounds.ts';
import type {
  Client,
  ClientCard,
  ClientChanges,
  ClientFields,
  DeletionPreview,
  NewClient,
  Refusal,
} from '#shared/ipc/clients.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { ClientBelongings } from '../../ports/client-belongings.ts';
import type { ClientDraft, ClientDrafts } from '../../ports/client-drafts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Words } from '../../ports/words.ts';
import type { Announce, Store } from '../../store/store.ts';
import { ContactRepository } from './contacts.ts';
import { ClientRepository, type ClientRow } from './repository.ts';

export interface ClientsDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly words: Words;
  /** What the other features keep for a client. */
  readonly belongings: readonly ClientBelongings[];
}

/** What a person does with clients. Every change can be undone; unknown ids throw `not_found`. */
export class ClientsService implements ClientDrafts {
  readonly #deps: ClientsDependencies;
  readonly #clients: ClientRepository;
  readonly #people: ContactRepository;

  constructor(deps: ClientsDependencies) {
    this.#deps = deps;
    this.#clients = new ClientRepository(deps.store.sql);
    this.#people = new ContactRepository(deps.store.sql, deps.ids);
  }

  /** Pinned first, then by name as the chosen language sorts. */
  list(): ClientCard[] {
    const { clock, words } = this.#deps;
    const collator = new Intl.Collator(words.language(), { numeric: true, sensitivity: 'base' });
    return this.#clients
      .cards(dayBounds(clock.now(), clock.zone()))
      .sort((a, b) => Number(b.pinned) - Number(a.pinned) || collator.compare(a.name, b.name));
  }

  get(clientId: string): Client {
    const row = this.#row(clientId);
    return {
      id: row.id,
      name: row.name,
      code: row.code,
      color: row.color,
      zone: row.zone,
      workingHours: JSON.parse(row.working_hours),
      language: row.language,
      currency: row.currency,
      contacts: this.#people.contacts(clientId),
      channels: this.#people.channels(clientId),
      responseMinutes: row.response_minutes,
      notes: row.notes,
      contractStart: row.contract_start,
      contractEnd: row.contract_end,
      confidentialUntil: row.confidential_until,
      state: row.state,
      pinned: row.pinned === 1,
      archivedAt: row.archived_at,
      sample: row.sample === 1,
    };
  }

  /** Stores a client with an empty board. Throws `invalid_input` when the contract ends before it starts. */
  add(input: NewClient): { readonly clientId: string } {
    const { store, clock, ids } = this.#deps;
    const clientId = ids.next();
    const now = clock.now();
    const fields = { ...this.#proposals(input.name), ...given(input) };
    checkContract(fields);
    store.act({ key: 'undo.clientAdded', values: { name: fields.name } }, (announce) => {
      this.#clients.insert(rowOf(clientId, fields, now));
      this.#people.setContacts(clientId, fields.contacts);
      this.#people.setChannels(clientId, fields.channels);
      this.#addColumns(clientId);
      announce('clients', clientId);
      announce('tasks', clientId);
    });
    return { clientId };
  }

  /** New clients that somebody else stores together with something of theirs. */
  draft(names: readonly string[]): ClientDraft[] {
    const { clock, ids } = this.#deps;
    const now = clock.now();
    const made: ClientFields[] = [];
    return names.map((name) => {
      const fields = this.#proposals(name, made);
      made.push(fields);
      const id = ids.next();
      return { id, row: { ...rowOf(id, fields, now) }, columns: this.#usualColumns() };
    });
  }

  /** Changes the fields given. Throws `invalid_input` when the contract would end before it starts. */
  change(clientId: string, changes: ClientChanges): void {
    const row = this.#row(clientId);
    const { contacts, channels, ...fields } = given(changes);
    checkContract({ contractStart: row.contract_start, contractEnd: row.contract_end, ...fields });
    this.#act('undo.clientChanged', row, (announce) => {
      this.#clients.update(clientId, { ...columnsOf(fields), updated_at: this.#deps.clock.now() });
      if (contacts) this.#people.setContacts(clientId, contacts);
      if (channels) this.#people.setChannels(clientId, channels);
      announce('clients', clientId);
    });
  }

  pin(clientId: string, pinned: boolean): void {
    const row = this.#row(clientId);
    if ((row.pinned === 1) === pinned) return;
    this.#act(pinned ? 'undo.clientPinned' : 'undo.clientUnpinned', row, (announce) => {
      this.#clients.update(clientId, { pinned: pinned ? 1 : 0, updated_at: this.#deps.clock.now() });
      announce('clients', clientId);
    });
  }

  /** Throws `conflict` while a timer runs on the client. */
  archive(clientId: string): void {
    const row = this.#row(clientId);
    if (row.archived_at !== null) return;
    const running = this.#refusals(clientId).find((refusal) => refusal.reason === 'client.timerRunning');
    if (running) throw refused(running);
    this.#setArchived(row, this.#deps.clock.now(), 'undo.clientArchived');
  }

  restore(clientId: string): void {
    const row = this.#row(clientId);
    if (row.archived_at !== null) this.#setArchived(row, null, 'undo.clientRestored');
  }

  /** Exactly what `delete` would take, and what forbids it. */
  deletionPreview(clientId: string): DeletionPreview {
    this.#row(clientId);
    const contacts = { kind: 'contacts', count: this.#people.contacts(clientId).length };
    const listed = [...this.#deps.belongings.flatMap((part) => part.list(clientId)), contacts];
    return {
      belongings: listed.filter((belonging) => belonging.count > 0),
      refusal: this.#refusals(clientId)[0] ?? null,
    };
  }

  /** Takes the client and all that belongs to it. Throws `conflict` with the reason of the preview's refusal. */
  delete(clientId: string): void {
    const row = this.#row(clientId);
    this.#act('undo.clientDeleted', row, (announce) => {
      const refusal = this.#refusals(clientId)[0];
      if (refusal) throw refused(refusal);
      // The parts point at each other; the order in which they go must not matter.
      this.#deps.store.sql.pragma('defer_foreign_keys = ON');
      for (const part of this.#deps.belongings) part.remove(clientId);
      this.#clients.delete(clientId);
      for (const topic of ['clients', 'tasks', 'time', 'calendar', 'files', 'vault', 'billing'] as const)
        announce(topic, clientId);
    });
  }

  /** At start: what clients deleted before, and not brought back, left behind. */
  async purge(): Promise<void> {
    for (const part of this.#deps.belongings) await part.purge?.();
  }

  #setArchived(row: ClientRow, at: number | null, key: string): void {
    this.#act(key, row, (announce) => {
      this.#clients.update(row.id, { archived_at: at, updated_at: this.#deps.clock.now() });
      announce('clients', row.id);
    });
  }

  #act(key: string, row: ClientRow, work: (announce: Announce) => void): void {
    this.#deps.store.act({ key, values: { name: row.name } }, work);
  }

  #row(clientId: string): ClientRow {
    const row = this.#clients.row(clientId);
    if (!row) throw new AppError('not_found');
    return row;
  }

  #refusals(clientId: string): Refusal[] {
    return this.#deps.belongings.flatMap((part) => part.refusal(clientId) ?? []);
  }

  /** `more` are clients that are yet to be stored. */
  #proposals(name: string, more: readonly ClientFields[] = []): ClientFields {
    const { clock, words } = this.#deps;
    const others = [...this.list().filter((client) => !client.archived), ...more];
    return {
      name,
      code:
        proposeCode(
          name,
          others.map((client) => client.code),
        ) || '?',
      color: proposeColor(others.map((client) => client.color)),
      zone: clock.zone(),
      workingHours: [...usualWorkingHours],
      language: words.language(),
      currency: 'EUR',
      contacts: [],
      channels: { main: null, second: null },
      responseMinutes: null,
      notes: '',
      contractStart: null,
      contractEnd: null,
      confidentialUntil: null,
      state: 'active',
    };
  }

  #addColumns(clientId: string): void {
    const insert = this.#deps.store.sql.prepare(
      'INSERT INTO board_columns (id, client_id, name, kind, rank) VALUES (?, ?, ?, ?, ?)',
    );
    for (const { id, name, kind, rank } of this.#usualColumns()) insert.run(id, clientId, name, kind, rank);
  }

  #usualColumns(): ClientDraft['columns'] {
    const { ids, words } = this.#deps;
    const ranks = generateNKeysBetween(null, null, defaultColumnKinds.length);
    return defaultColumnKinds.map((kind, index) => ({
      id: ids.next(),
      name: words.text(`clients:columns.${kind}`),
      kind,
      rank: ranks[index] as string,
    }));
  }
}

function refused(refusal: Refusal): AppError {
  return new AppError('conflict', refusal);
}

function given<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function checkContract(dates: Partial<Pick<ClientFields, 'contractStart' | 'contractEnd'>>): void {
  const { contractStart, contractEnd } = dates;
  if (contractStart && contractEnd && contractEnd < contractStart)
    throw invalidField('contractEnd', 'client.contractOrder');
}

function rowOf(id: string, fields: ClientFields, now: number): ClientRow {
  return {
    id,
    pinned: 0,
    archived_at: null,
    sample: 0,
    created_at: now,
    ...(columnsOf(fields) as Omit<ClientRow, 'id' | 'pinned' | 'archived_at' | 'sample' | 'created_at'>),
    updated_at: now,
  };
}

/** The columns for the fields that are there. */
function columnsOf(fields: Partial<ClientFields>): Partial<ClientRow> {
  const columns: { [Key in keyof ClientRow]?: ClientRow[Key] | undefined } = {
    name: fields.name,
    code: fields.code,
    color: fields.color,
    zone: fields.zone,
    working_hours: fields.workingHours && JSON.stringify(fields.workingHours),
    language: fields.language,
    currency: fields.currency,
    response_minutes: fields.responseMinutes,
    notes: fields.notes,
    contract_start: fields.contractStart,
    contract_end: fields.contractEnd,
    confidential_until: fields.confidentialUntil,
    state: fields.state,
  };
  return given(columns) as Partial<ClientRow>;
}
