import type { Answer, Context } from './context.ts';
import { DEFAULT_FIELDS } from './drive/render.ts';
import { applyMask, checkMask, parseFields } from './fields.ts';
import type { GoogleError } from './google-error.ts';
import type { Operation } from './operations.ts';

/** What goes over the wire. */
export interface Wire {
  status: number;
  headers: Record<string, string>;
  text: string;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' };

export function wireError(error: GoogleError, retryAfterSeconds?: number): Wire {
  return {
    status: error.code,
    headers: {
      ...JSON_TYPE,
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
    text: JSON.stringify(error.body()),
  };
}

/**
 * Turns a handler's answer into bytes. The whole answer is checked against the published schema,
 * closed-world, before any mask cuts it.
 * @throws Error when the fake itself answers something that Google's schema does not know.
 */
export function wireAnswer(operation: Operation, answer: Answer, context: Context, check: boolean): Wire {
  const status = answer.status ?? 200;
  const headers = { ...JSON_TYPE, ...(answer.etag ? { etag: answer.etag } : {}) };
  if (status === 204) return { status, headers: {}, text: '' };
  if (check && operation.answerRef) {
    const validate = operation.schemas.validator(operation.answerRef);
    if (!validate(answer.body)) {
      throw new Error(`${operation.id} answers outside the schema: ${JSON.stringify(validate.errors?.[0])}`);
    }
  }
  const fields = context.query.fields ?? DEFAULT_FIELDS[operation.id];
  if (fields === undefined) return { status, headers, text: answer.text ?? JSON.stringify(answer.body) };
  const mask = parseFields(String(fields));
  if (operation.answerRef) {
    checkMask(mask, operation.schemas.node(operation.answerRef), (ref) => operation.schemas.node(ref));
  }
  return { status, headers, text: JSON.stringify(applyMask(answer.body, mask)) };
}
