import type { Operation, ParameterSchema } from './operations.ts';

export type QueryValue = string | number | boolean | string[];
export type Query = Record<string, QueryValue>;

/** Limits that the schema leaves out and the reference states in words. */
const MAXIMUM: Record<string, number> = {
  'calendar.events.list maxResults': 2500,
  'calendar.events.instances maxResults': 2500,
  'calendar.calendarList.list maxResults': 250,
  'drive.changes.list pageSize': 1000,
};

function parse(name: string, text: string, schema: ParameterSchema, max: number | undefined): QueryValue {
  if (schema.enum && !schema.enum.includes(text)) throw new Error(`${name}=${text} is not one of its values`);
  if (schema.type === 'boolean') {
    if (text !== 'true' && text !== 'false') throw new Error(`${name}=${text} is no boolean`);
    return text === 'true';
  }
  if (schema.type === 'integer') {
    const value = Number(text);
    const top = max ?? schema.maximum ?? Number.MAX_SAFE_INTEGER;
    if (!Number.isInteger(value) || value < (schema.minimum ?? 0) || value > top) {
      throw new Error(`${name}=${text} is out of range`);
    }
    return value;
  }
  return text;
}

/** Reads a query string by the operation's parameters. Throws on anything the schema does not name. */
export function parseQuery(operation: Operation, search: URLSearchParams): Query {
  const out: Query = {};
  for (const name of new Set(search.keys())) {
    const known = operation.query.get(name);
    if (!known) throw new Error(`unknown parameter ${name}`);
    const values = search.getAll(name);
    const max = MAXIMUM[`${operation.id} ${name}`];
    if (known.schema.type === 'array') {
      const items = known.schema.items ?? {};
      out[name] = values.map((v) => String(parse(name, v, items, max)));
    } else {
      if (values.length > 1) throw new Error(`${name} is given more than once`);
      out[name] = parse(name, values[0] ?? '', known.schema, max);
    }
  }
  for (const [name, { required }] of operation.query) {
    if (required && out[name] === undefined) throw new Error(`${name} is required`);
  }
  return out;
}
