import { z } from 'zod';
import type { OwnClient } from '../ports/account-connector.ts';
import { RemoteError } from '../ports/remote.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { toRemoteError } from './problems.ts';

/** Longest wait for one answer of the sign-in service, milliseconds. */
const PATIENCE_MS = 30_000;

const granted = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1).optional(),
  scope: z.string().default(''),
});

export type Granted = z.infer<typeof granted>;

const identity = z.object({
  sub: z.string().min(1),
  email: z.string().default(''),
  name: z.string().default(''),
});

export type Identity = z.infer<typeof identity>;

/** Trades a code or a refresh token for an access token (RFC 6749, 4.1.3 and 6). Throws RemoteError. */
export function askForToken(
  endpoints: GoogleEndpoints,
  client: OwnClient,
  grant: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Granted> {
  const body = new URLSearchParams({ ...grant, client_id: client.id, client_secret: client.secret });
  return ask(endpoints.token, { method: 'POST', body }, granted, signal);
}

/** Who an access token belongs to. Throws RemoteError. */
export function askWho(endpoints: GoogleEndpoints, token: string, signal: AbortSignal): Promise<Identity> {
  return ask(endpoints.userinfo, { headers: { authorization: `Bearer ${token}` } }, identity, signal);
}

/** Ends a grant. One that is dead already is no failure. Throws RemoteError. */
export async function revoke(endpoints: GoogleEndpoints, token: string): Promise<void> {
  const body = new URLSearchParams({ token });
  try {
    await ask(endpoints.revoke, { method: 'POST', body }, z.unknown());
  } catch (error) {
    if (error instanceof RemoteError && error.status === 400) return;
    throw error;
  }
}

async function ask<T>(
  url: string,
  request: RequestInit,
  schema: z.ZodType<T>,
  signal: AbortSignal | null = null,
): Promise<T> {
  const limit = AbortSignal.timeout(PATIENCE_MS);
  const either = signal === null ? limit : AbortSignal.any([signal, limit]);
  try {
    const response = await fetch(url, { ...request, signal: either });
    const { status, headers } = response;
    const data = await response.text();
    if (!response.ok) throw Object.assign(new Error('refused'), { response: { status, headers, data } });
    return schema.parse(data === '' ? null : JSON.parse(data));
  } catch (error) {
    // Too long without an answer is the network's fault, not the person's wish.
    throw toRemoteError(error, signal ?? new AbortController().signal);
  }
}
