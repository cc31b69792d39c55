import { generateNKeysBetween } from 'fractional-indexing';
import { defaultColumnKinds, usualWorkingHours } from '#shared/domain/clients.ts';
import { cast, currencies, firstWords, type SampleClient, secondWords, zones } from './cast.ts';
import { day, type SampleContext, sampleId } from './context.ts';
import type { Random } from './random.ts';

export interface MadeClient {
  readonly id: string;
  readonly sample: SampleClient;
  readonly columns: ReadonlyMap<string, string>;
}

/** Writes the first `options.clients` of the cast, then generated ones, each with a board. `columnNames` is by kind. */
export function writeClients(
  context: SampleContext,
  columnNames: Readonly<Record<string, string>>,
): MadeClient[] {
  const { random, options } = context;
  return Array.from({ length: options.clients }, (_, index) =>
    writeClient(context, cast[index] ?? generated(random, index), columnNames),
  );
}

function generated(random: Random, index: number): SampleClient {
  const first = firstWords[index % firstWords.length] ?? 'Alder';
  const second = random.pick(secondWords);
  const number = Math.floor(index / firstWords.length);
  const name = `${first} ${second}${number > 0 ? ` ${number + 1}` : ''}`;
  return {
    name,
    code: `${first[0]}${second[0]}`.toUpperCase(),
    color: (index % 8) + 1,
    zone: zones[index % zones.length] ?? 'Europe/London',
    language: 'en',
    currency: random.pick(currencies),
    pinned: false,
    contacts: [
      { name: `Sample Contact ${index + 1}`, role: 'Owner', email: `contact${index + 1}@sample.example` },
    ],
    main: 'email',
    second: 'chat',
    responseMinutes: random.pick([60, 120, 240, 480]),
    notes: '',
  };
}

function writeClient(
  { sql, random, options }: SampleContext,
  sample: SampleClient,
  columnNames: Readonly<Record<string, string>>,
): MadeClient {
  const created = options.now - random.between(200, 900) * day;
  const id = sampleId(random, created);
  sql
    .prepare(
      `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, response_minutes, notes,
         contract_start, pinned, sample, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`,
    )
    .run(
      id,
      sample.name,
      sample.code,
      sample.color,
      sample.zone,
      JSON.stringify(usualWorkingHours),
      sample.language,
      sample.currency,
      sample.responseMinutes,
      sample.notes,
      '2025-09-01',
      Number(sample.pinned),
      created,
      created,
    );
  const contact = sql.prepare(
    'INSERT INTO contacts (id, client_id, name, role, email, rank) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const ranks = generateNKeysBetween(null, null, sample.contacts.length);
  for (const [index, { name, role, email }] of sample.contacts.entries()) {
    contact.run(sampleId(random, created), id, name, role, email, ranks[index]);
  }
  const channel = sql.prepare(
    'INSERT INTO channels (id, client_id, priority, kind, value) VALUES (?, ?, ?, ?, ?)',
  );
  channel.run(sampleId(random, created), id, 'main', sample.main, sample.contacts[0]?.email ?? '');
  channel.run(sampleId(random, created), id, 'second', sample.second, '');
  return { id, sample, columns: writeColumns(sql, random, id, created, columnNames) };
}

function writeColumns(
  sql: SampleContext['sql'],
  random: Random,
  clientId: string,
  created: number,
  names: Readonly<Record<string, string>>,
): Map<string, string> {
  const insert = sql.prepare(
    'INSERT INTO board_columns (id, client_id, name, kind, card_limit, rank) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const ranks = generateNKeysBetween(null, null, defaultColumnKinds.length);
  return new Map(
    defaultColumnKinds.map((kind, index) => {
      const id = sampleId(random, created);
      insert.run(id, clientId, names[kind] ?? kind, kind, kind === 'doing' ? 4 : null, ranks[index]);
      return [kind, id];
    }),
  );
}
