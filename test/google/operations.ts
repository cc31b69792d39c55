import calendarDoc from '../fixtures/google-schema/calendar-v3.json' with { type: 'json' };
import driveDoc from '../fixtures/google-schema/drive-v3.json' with { type: 'json' };
import { type ClosedSchemas, createClosedSchemas } from './closed-schema.ts';

interface ParameterDoc {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  schema: ParameterSchema;
}
export interface ParameterSchema {
  type?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  items?: ParameterSchema;
}
interface OperationDoc {
  operationId: string;
  parameters?: ParameterDoc[];
  requestBody?: { content: Record<string, { schema: { $ref: string } }> };
  responses: Record<string, { content?: Record<string, { schema: { $ref: string } }> }>;
  security?: Record<string, string[]>[];
}

/** One method of one API, read from the published schema. */
export interface Operation {
  id: string;
  method: string;
  segments: string[];
  query: Map<string, { schema: ParameterSchema; required: boolean }>;
  scopes: Set<string>;
  requestRef: string | undefined;
  answerRef: string | undefined;
  schemas: ClosedSchemas;
  requestSchemas: ClosedSchemas;
}

const AUTH = 'https://www.googleapis.com/auth/';
/** Narrower scopes that Google added after the schema was published, by operation. */
const NEWER_SCOPES: Record<string, string[]> = {
  'calendar.calendarList.list': [`${AUTH}calendar.calendarlist.readonly`, `${AUTH}calendar.calendarlist`],
  'calendar.calendarList.get': [`${AUTH}calendar.calendarlist.readonly`, `${AUTH}calendar.calendarlist`],
};

function load(name: string, base: string, raw: unknown): Operation[] {
  const doc = raw as {
    paths: Record<string, Record<string, unknown>>;
    components: { parameters: Record<string, ParameterDoc> };
  } & Record<string, unknown>;
  const schemas = createClosedSchemas(name, doc);
  const requestSchemas = createClosedSchemas(name, doc, true);
  const resolve = (p: ParameterDoc): ParameterDoc =>
    p.$ref ? (doc.components.parameters[p.$ref.split('/').at(-1) ?? ''] ?? p) : p;
  const out: Operation[] = [];
  for (const [path, item] of Object.entries(doc.paths)) {
    const shared = (item.parameters ?? []) as ParameterDoc[];
    for (const [method, value] of Object.entries(item)) {
      if (method === 'parameters') continue;
      const op = value as OperationDoc;
      const query = new Map<string, { schema: ParameterSchema; required: boolean }>();
      for (const p of [...shared, ...(op.parameters ?? [])].map(resolve)) {
        if (p.in === 'query') query.set(p.name, { schema: p.schema, required: p.required === true });
      }
      const bodyRef = op.requestBody && Object.values(op.requestBody.content)[0]?.schema.$ref;
      const answerRef = Object.values(op.responses['200']?.content ?? {})[0]?.schema.$ref;
      out.push({
        id: op.operationId,
        method: method.toUpperCase(),
        segments: `${base}${path}`.split('/').slice(1),
        query,
        scopes: new Set([
          ...(op.security ?? []).flatMap((s) => Object.values(s).flat()),
          ...(NEWER_SCOPES[op.operationId] ?? []),
        ]),
        requestRef: bodyRef,
        answerRef,
        schemas,
        requestSchemas,
      });
    }
  }
  return out;
}

const operations: readonly Operation[] = [
  ...load('calendar', '/calendar/v3', calendarDoc),
  ...load('drive', '/drive/v3', driveDoc),
];

/** The operation behind a method and path, with its decoded path parameters. */
export function matchOperation(
  method: string,
  path: string,
): { operation: Operation; params: Record<string, string> } | undefined {
  const parts = path.split('/').slice(1);
  let best: { operation: Operation; params: Record<string, string> } | undefined;
  for (const operation of operations) {
    if (operation.method !== method || operation.segments.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = operation.segments.every((segment, i) => {
      const part = parts[i] ?? '';
      if (!segment.startsWith('{')) return segment === part;
      params[segment.slice(1, -1)] = decodeURIComponent(part);
      return part !== '';
    });
    // A literal path wins over a template: /changes/startPageToken, /files/generateIds.
    if (fits && (!best || Object.keys(params).length < Object.keys(best.params).length)) {
      best = { operation, params };
    }
  }
  return best;
}
