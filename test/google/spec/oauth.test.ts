import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeGoogle, startFakeGoogle } from '../index.ts';

const VERIFIER = 'v'.repeat(64);
const REDIRECT = 'http://127.0.0.1:9999/callback';
let google: FakeGoogle;

beforeEach(async () => {
  google = await startFakeGoogle({ seed: 3 });
  google.addUser('va@example.com', 'Vera');
});
afterEach(async () => {
  await google.stop();
});

async function authorise(change: Record<string, string | undefined> = {}): Promise<Response> {
  const url = new URL('o/oauth2/v2/auth', google.url);
  const parameters = {
    client_id: google.client.id,
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: 'openid email',
    state: 's'.repeat(32),
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    access_type: 'offline',
    prompt: 'consent',
    ...change,
  };
  for (const [key, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(key, value);
  return fetch(url, { redirect: 'manual' });
}
async function exchange(code: string, change: Record<string, string> = {}) {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    client_id: google.client.id,
    client_secret: google.client.secret,
    redirect_uri: REDIRECT,
    code_verifier: VERIFIER,
    ...change,
  });
  const response = await fetch(new URL('token', google.url), { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}
const codeOf = (response: Response) =>
  new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';

test('a code is good once, with its verifier and its redirect only', async () => {
  const code = codeOf(await authorise());
  const first = await exchange(code);
  expect(first.status).toBe(200);
  expect(first.body.refresh_token).toBeTruthy();
  expect((await exchange(code)).body.error).toBe('invalid_grant');
  expect((await exchange(codeOf(await authorise()), { code_verifier: 'w'.repeat(64) })).body.error).toBe(
    'invalid_grant',
  );
  expect((await exchange(codeOf(await authorise()), { redirect_uri: `${REDIRECT}/` })).body.error).toBe(
    'redirect_uri_mismatch',
  );
  const who = await fetch(new URL('v1/userinfo', google.url), {
    headers: { authorization: `Bearer ${first.body.access_token}` },
  });
  expect(await who.json()).toMatchObject({ email: 'va@example.com' });
});

test.each([
  [{ code_challenge: undefined }],
  [{ code_challenge_method: 'plain' }],
  [{ state: 'short' }],
  [{ redirect_uri: 'http://example.com/cb' }],
  [{ access_type: undefined }],
  [{ extra: 'x' }],
])('an authorisation with %j is refused and remembered', async (change) => {
  expect((await authorise(change)).status).toBe(400);
  expect(google.violations()).toHaveLength(1);
});

test('a revoked refresh token answers invalid_grant', async () => {
  const { body } = await exchange(codeOf(await authorise()));
  google.accounts.revokeUser('va@example.com');
  const again = await exchange('', { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' });
  expect([again.status, again.body.error]).toEqual([400, 'invalid_grant']);
});
