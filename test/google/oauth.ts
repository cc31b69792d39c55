import { createHash } from 'node:crypto';
import type { Rng } from './rng.ts';
import { ACCESS_SECONDS, type Accounts, type User } from './users.ts';

/** How the next person in front of the consent page behaves. */
export interface Consent {
  /** The address that signs in; the first user when unset. */
  email?: string;
  answer: 'allow' | 'deny' | 'close';
  /** The token endpoint takes the question and never answers. */
  silent?: boolean;
  /** Scopes the person leaves unticked. */
  withhold: string[];
}

export interface OAuthAnswer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

interface Code {
  clientId: string;
  redirectUri: string;
  challenge: string;
  scopes: string[];
  user: User;
  expiresAt: number;
}

export interface OAuthServer {
  consent: Consent;
  authorise(search: URLSearchParams): OAuthAnswer;
  token(form: URLSearchParams): OAuthAnswer;
  revoke(search: URLSearchParams): OAuthAnswer;
  userinfo(bearer: string | undefined): OAuthAnswer;
}

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|\[::1\]):\d{1,5}\/?[\w/-]*$/;
const KNOWN = new Set([
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'access_type',
  'prompt',
  'login_hint',
  'include_granted_scopes',
]);

const oauthError = (error: string, description: string, status = 400): OAuthAnswer => ({
  status,
  body: { error, error_description: description },
});

/** Google's OAuth endpoints for installed apps: PKCE S256, state, loopback redirect, one-time codes. */
export function createOAuthServer(
  accounts: Accounts,
  rng: Rng,
  now: () => number,
  violation: (text: string) => void,
): OAuthServer {
  const codes = new Map<string, Code>();
  const used = new Set<string>();
  const consent: Consent = { answer: 'allow', withhold: [] };
  const refuse = (text: string, status = 400): OAuthAnswer => {
    violation(`oauth: ${text}`);
    return oauthError('invalid_request', text, status);
  };

  const issue = (grant: NonNullable<ReturnType<Accounts['grantByRefresh']>>, withRefresh: boolean) => ({
    access_token: accounts.issueAccess(grant),
    expires_in: ACCESS_SECONDS,
    scope: [...grant.scopes].join(' '),
    token_type: 'Bearer',
    ...(withRefresh ? { refresh_token: grant.refreshToken } : {}),
  });

  const exchange = (form: URLSearchParams): OAuthAnswer => {
    const text = form.get('code') ?? '';
    const code = codes.get(text);
    if (used.has(text)) return oauthError('invalid_grant', 'Malformed auth code.');
    if (!code || code.expiresAt < now()) return oauthError('invalid_grant', 'Malformed auth code.');
    codes.delete(text);
    used.add(text);
    if (code.clientId !== form.get('client_id'))
      return oauthError('unauthorized_client', 'Unauthorized', 401);
    if (code.redirectUri !== form.get('redirect_uri')) {
      return oauthError('redirect_uri_mismatch', 'Bad Request');
    }
    const verifier = form.get('code_verifier') ?? '';
    if (!/^[\w.~-]{43,128}$/.test(verifier)) return oauthError('invalid_grant', 'Missing code verifier.');
    const hash = createHash('sha256').update(verifier).digest('base64url');
    if (hash !== code.challenge) return oauthError('invalid_grant', 'Invalid code verifier.');
    return { status: 200, body: issue(accounts.grant(code.user, code.clientId, code.scopes), true) };
  };

  return {
    consent,
    authorise: (search) => {
      for (const key of search.keys()) if (!KNOWN.has(key)) return refuse(`unknown parameter ${key}`);
      const get = (key: string): string => search.get(key) ?? '';
      if (!accounts.client(get('client_id')))
        return oauthError('invalid_client', 'The OAuth client was not found.', 401);
      if (!LOOPBACK.test(get('redirect_uri'))) return refuse('redirect_uri is no loopback address');
      if (get('response_type') !== 'code') return refuse('response_type must be code');
      if (get('code_challenge_method') !== 'S256' || get('code_challenge').length !== 43) {
        return refuse('PKCE with S256 is missing');
      }
      if (get('state').length < 16) return refuse('state is missing or guessable');
      if (get('access_type') !== 'offline' || get('prompt') !== 'consent') {
        return refuse('a refresh token needs access_type=offline and prompt=consent');
      }
      const redirect = new URL(get('redirect_uri'));
      redirect.searchParams.set('state', get('state'));
      if (consent.answer === 'close') return { status: 200, body: 'The consent page stays open.' };
      if (consent.answer === 'deny') {
        redirect.searchParams.set('error', 'access_denied');
        return { status: 302, headers: { location: redirect.href }, body: '' };
      }
      const email = consent.email ?? (get('login_hint') || accounts.users()[0]?.email) ?? '';
      const code = `4/0fake-${rng.id(32)}`;
      const scopes = get('scope')
        .split(' ')
        .filter((s) => s && !consent.withhold.includes(s));
      codes.set(code, {
        clientId: get('client_id'),
        redirectUri: get('redirect_uri'),
        challenge: get('code_challenge'),
        scopes,
        user: accounts.userByEmail(email),
        expiresAt: now() + 600_000,
      });
      redirect.searchParams.set('code', code);
      redirect.searchParams.set('scope', scopes.join(' '));
      return { status: 302, headers: { location: redirect.href }, body: '' };
    },
    token: (form) => {
      const client = accounts.client(form.get('client_id') ?? '');
      if (!client) return oauthError('invalid_client', 'The OAuth client was not found.', 401);
      if (form.get('client_secret') !== client.secret)
        return oauthError('invalid_client', 'Unauthorized', 401);
      const type = form.get('grant_type');
      if (type === 'authorization_code') return exchange(form);
      if (type !== 'refresh_token')
        return oauthError('unsupported_grant_type', `Invalid grant_type: ${type}`);
      const grant = accounts.grantByRefresh(form.get('refresh_token') ?? '');
      if (!grant || grant.clientId !== client.id) {
        return oauthError('invalid_grant', 'Token has been expired or revoked.');
      }
      return { status: 200, body: issue(grant, false) };
    },
    revoke: (search) =>
      accounts.revoke(search.get('token') ?? '')
        ? { status: 200, body: {} }
        : oauthError('invalid_token', 'Token expired or revoked'),
    userinfo: (bearer) => {
      const grant = accounts.check(bearer ?? '');
      if (!grant) return oauthError('invalid_request', 'Invalid Credentials', 401);
      if (!grant.scopes.has('openid')) return oauthError('insufficient_scope', 'openid is not granted', 403);
      const { sub, email, name } = grant.user;
      return {
        status: 200,
        body: {
          sub,
          name,
          ...(grant.scopes.has('email') || grant.scopes.has('https://www.googleapis.com/auth/userinfo.email')
            ? { email, email_verified: true }
            : {}),
        },
      };
    },
  };
}
