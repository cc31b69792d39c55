import { Ajv, type ValidateFunction } from 'ajv';

type Node = Record<string, unknown>;

/**
 * Fields and scopes that Google's own client library knows and the published schema, a little older,
 * does not. Everything else outside the schema fails.
 */
const NEWER: Record<string, Node> = {
  Event: { birthdayProperties: { type: 'object' } },
  CalendarListEntry: { autoAcceptInvitations: { type: 'boolean' }, dataOwner: { type: 'string' } },
};

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Closes every object that lists its properties, so that an invented field is an error. */
function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (!isNode(value)) return value;
  const out: Node = {};
  for (const [key, child] of Object.entries(value)) out[key] = close(child);
  if (isNode(out.properties) && out.additionalProperties === undefined) out.additionalProperties = false;
  return out;
}

/** Validators for `#/components/schemas/*` of one document, compiled when first asked for. */
export interface ClosedSchemas {
  validator(ref: string): ValidateFunction;
  node(ref: string): Node;
}

/** @param localTimes requests may leave out the offset, because a zone stands beside the time. */
export function createClosedSchemas(name: string, doc: Node, localTimes = false): ClosedSchemas {
  const ajv = new Ajv({ strict: false, allErrors: false });
  ajv.addFormat(
    'date-time',
    localTimes
      ? /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/
      : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  );
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat('int64', /^-?\d+$/);
  for (const format of ['int32', 'uint32', 'double', 'float', 'byte']) ajv.addFormat(format, true);
  const components = close(doc.components) as { schemas: Record<string, Node> };
  for (const [schema, fields] of Object.entries(NEWER)) {
    const target = components.schemas[schema];
    if (target && isNode(target.properties)) Object.assign(target.properties, fields);
  }
  ajv.addSchema({ components }, name);
  const compiled = new Map<string, ValidateFunction>();
  return {
    validator: (ref) => {
      const known = compiled.get(ref);
      if (known) return known;
      const validate = ajv.compile({ $ref: `${name}${ref}` });
      compiled.set(ref, validate);
      return validate;
    },
    node: (ref) => components.schemas[ref.split('/').at(-1) ?? ''] ?? {},
  };
}
