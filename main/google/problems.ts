import { z } from 'zod';
import { RemoteError, type RemoteProblem } from '../ports/remote.ts';

interface Failure {
  status?: number;
  code?: string | number;
  message?: string;
  response?: { status?: number; data?: unknown; headers?: { get?(name: string): string | null } };
}

interface Body {
  error?: string | { errors?: readonly { reason?: string }[]; message?: string };
}

const rateReasons = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'quotaExceeded',
  'dailyLimitExceeded',
]);

/** What the token endpoint says when only the person can help. A refused access token alone is no such thing. */
const deadGrant = new Set(['invalid_grant', 'invalid_client', 'unauthorized_client', 'deleted_client']);

function bodyOf(data: unknown): Body {
  if (typeof data === 'object' && data !== null) return data as Body;
  if (typeof data !== 'string') return {};
  try {
    return JSON.parse(data) as Body;
  } catch {
    return {};
  }
}

function reasonOf(body: Body): string {
  if (typeof body.error === 'string') return body.error;
  return body.error?.errors?.[0]?.reason ?? '';
}

function invalidToken(body: Body): boolean {
  const error = typeof body.error === 'object' ? body.error : undefined;
  const first = error?.errors?.[0] as { location?: string } | undefined;
  return (
    first?.location === 'syncToken' ||
    first?.location === 'pageToken' ||
    /sync token/i.test(error?.message ?? '')
  );
}

function problemOf(status: number, reason: string, body: Body): RemoteProblem {
  if (deadGrant.has(reason)) return 'reconnect';
  if (status === 410 && reason !== 'deleted') return 'cursor_expired';
  if (status === 400 && invalidToken(body)) return 'cursor_expired';
  if (status === 429 || (status === 403 && rateReasons.has(reason))) return 'limited';
  if (status === 404 || status === 410) return 'gone';
  if (status === 403) return 'denied';
  return 'failed';
}

/** `Retry-After` in seconds; the form with a date is not trusted, because the clocks may disagree. */
function retryAfter(failure: Failure): number | null {
  const text = failure.response?.headers?.get?.('retry-after') ?? '';
  return /^\d{1,5}$/.test(text) ? Number(text) * 1000 : null;
}

/** Runs what reads an answer: what is outside the service's promises can be mended by nobody here. */
export function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new RemoteError('unreadable', { cause: error });
  }
}

/** Reads what a call threw: the client library's errors, and those of the network. */
export function toRemoteError(error: unknown, signal: AbortSignal): RemoteError {
  if (error instanceof RemoteError) return error;
  if (signal.aborted) return new RemoteError('cancelled', { cause: error });
  const failure = error as Failure;
  const status = failure.response?.status;
  if (error instanceof SyntaxError || error instanceof z.ZodError) {
    return new RemoteError('unreadable', { cause: error });
  }
  if (status === undefined) return new RemoteError('offline', { cause: error });
  // For streamed answers the library drops the error's body and keeps its text as the message.
  const body = bodyOf(failure.response?.data ?? failure.message);
  return new RemoteError(problemOf(status, reasonOf(body), body), {
    status,
    retryAfter: retryAfter(failure),
    cause: error,
  });
}
