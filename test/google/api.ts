import type { FakeClock } from './clock.ts';
import type { Context, Handlers } from './context.ts';
import type { Fault, Faults } from './faults.ts';
import { errors, GoogleError } from './google-error.ts';
import { matchOperation } from './operations.ts';
import { parseQuery } from './query.ts';
import { type Wire, wireAnswer, wireError } from './respond.ts';
import type { Accounts } from './users.ts';

export interface ApiRequest {
  method: string;
  path: string;
  search: URLSearchParams;
  headers: Record<string, string | undefined>;
  bodyText: string;
}

/** A wire answer, or a socket that is cut. `delayMs` holds it back. */
export type ApiOutcome = { wire: Wire | 'cut'; delayMs: number; operation: string };

export interface ApiParts {
  handlers: Handlers;
  accounts: Accounts;
  faults: Faults;
  clock: FakeClock;
  checkResponses: boolean;
  /** Longest page, whatever is asked for. */
  pageCap(): number;
  /** Runs before a request is served: what others do at that moment. */
  meanwhile(): void;
  violation(text: string): void;
}

const REFUSED_HEADERS = ['if-none-match', 'x-http-method-override'];

function before(fault: Fault | undefined, parts: ApiParts): Wire | 'cut' | undefined {
  if (!fault) return undefined;
  if (fault.kind === 'rate') return wireError(errors.rate(fault.code), fault.retryAfterSeconds);
  if (fault.kind === 'server' && fault.when === 'before') return wireError(errors.backend(fault.code));
  if (fault.kind === 'cut' && fault.when === 'before') return 'cut';
  if (fault.kind === 'expire-access') parts.accounts.expireAccess();
  return undefined;
}

/** Runs one request against the calendar and drive APIs. */
export function runApi(request: ApiRequest, parts: ApiParts): ApiOutcome {
  const match = matchOperation(request.method, request.path);
  if (!match) {
    parts.violation(`unknown route ${request.method} ${request.path}`);
    return { wire: wireError(errors.notFound()), delayMs: 0, operation: 'unknown' };
  }
  const { operation, params } = match;
  const fault = parts.faults.take(operation.id, request.search);
  const delayMs = fault?.kind === 'slow' ? fault.ms : 0;
  const done = (wire: Wire | 'cut'): ApiOutcome => ({ wire, delayMs, operation: operation.id });
  if (request.search.has('pageToken')) parts.meanwhile();
  const early = before(fault, parts);
  if (early) return done(early);
  try {
    const grant = parts.accounts.check((request.headers.authorization ?? '').replace(/^Bearer /, ''));
    if (!grant) throw errors.unauthenticated();
    if (![...operation.scopes].some((s) => grant.scopes.has(s))) throw errors.scope();
    const handler = parts.handlers[operation.id];
    if (!handler) {
      parts.violation(`${operation.id} is not built`);
      return done(wireError(errors.backend(501)));
    }
    for (const name of REFUSED_HEADERS)
      if (request.headers[name]) parts.violation(`${operation.id}: header ${name}`);
    const context: Context = {
      user: grant.user,
      params,
      query: readQuery(),
      body: readBody(),
      headers: request.headers,
      clock: parts.clock,
      pageCap: parts.pageCap(),
      incomplete: fault?.kind === 'incomplete',
      violation: (text) => parts.violation(`${operation.id}: ${text}`),
    };
    const wire = wireAnswer(operation, handler(context), context, parts.checkResponses);
    if (fault?.kind === 'server') return done(wireError(errors.backend(fault.code)));
    if (fault?.kind === 'cut') return done('cut');
    if (fault?.kind === 'garbled') return done({ ...wire, text: wire.text.slice(0, wire.text.length >> 1) });
    return done(wire);
  } catch (error) {
    if (error instanceof GoogleError) return done(wireError(error));
    parts.violation(`${operation.id}: ${error instanceof Error ? error.message : String(error)}`);
    return done(wireError(errors.backend(500)));
  }

  function readQuery() {
    try {
      return parseQuery(operation, request.search);
    } catch (error) {
      parts.violation(`${operation.id}: ${error instanceof Error ? error.message : String(error)}`);
      throw errors.badRequest();
    }
  }
  function readBody(): Record<string, unknown> {
    if (request.bodyText === '') return {};
    const body = JSON.parse(request.bodyText) as Record<string, unknown>;
    const validate = operation.requestRef
      ? operation.requestSchemas.validator(operation.requestRef)
      : undefined;
    if (!validate) throw errors.badRequest();
    // Null removes a field in a patch, so it is allowed where the schema names a type.
    const plain = JSON.parse(request.bodyText, (_k, v) => (v === null ? undefined : v)) as unknown;
    if (!validate(plain)) {
      parts.violation(`${operation.id}: body outside the schema ${JSON.stringify(validate.errors?.[0])}`);
      throw errors.badRequest();
    }
    return body;
  }
}
