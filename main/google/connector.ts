import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '#shared/ipc/errors.ts';
import type { AccountConnector, ConnectedIdentity, OwnClient } from '../ports/account-connector.ts';
import type { ExternalOpener } from '../ports/external-opener.ts';
import type { Logger } from '../ports/logger.ts';
import { RemoteError } from '../ports/remote.ts';
import type { GoogleAccess } from './access.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { type ListenerTexts, type LoopbackListener, listenOnce } from './loopback-listener.ts';
import { toRemoteError } from './problems.ts';
import { askForToken, askWho, revoke } from './token-endpoint.ts';
import type { GoogleTokens } from './tokens.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const CALENDAR_SCOPES = [`${AUTH}calendar.events`, `${AUTH}calendar.calendarlist.readonly`];
const FILES_SCOPES = [`${AUTH}drive.metadata.readonly`, `${AUTH}drive.file`];
const TIMEOUT_MS = 5 * 60_000;

export interface ConnectorParts {
  readonly endpoints: GoogleEndpoints;
  readonly tokens: GoogleTokens;
  readonly access: GoogleAccess;
  readonly opener: ExternalOpener;
  readonly logger: Logger;
  readonly texts: () => ListenerTexts;
  /** Milliseconds to wait for the browser; five minutes unless a test says otherwise. */
  readonly timeout?: number;
}

/** Sign-in for installed apps: system browser, loopback redirect, PKCE with S256, state (RFC 8252, RFC 7636). */
export function createConnector(parts: ConnectorParts): AccountConnector {
  const { endpoints, tokens, access, logger } = parts;

  const authorise = async (client: OwnClient, hint: string | null, signal: AbortSignal) => {
    const state = randomBytes(24).toString('base64url');
    const verifier = randomBytes(48).toString('base64url');
    const listener = await listenOnce(state, parts.texts());
    try {
      const url = new URL(endpoints.authorise);
      url.search = new URLSearchParams({
        client_id: client.id,
        redirect_uri: listener.redirectUri,
        response_type: 'code',
        scope: ['openid', 'email', 'profile', ...CALENDAR_SCOPES, ...FILES_SCOPES].join(' '),
        state,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        access_type: 'offline',
        prompt: 'consent',
        ...(hint === null ? {} : { login_hint: hint }),
      }).toString();
      await parts.opener.open(url.href);
      const code = await waitForCode(listener, signal, parts.timeout ?? TIMEOUT_MS);
      return { code, verifier, redirectUri: listener.redirectUri };
    } finally {
      listener.close();
    }
  };

  const exchange = async (
    client: OwnClient,
    hint: string | null,
    signal: AbortSignal,
  ): Promise<ConnectedIdentity> => {
    const { code, verifier, redirectUri } = await authorise(client, hint, signal);
    try {
      const grant = {
        grant_type: 'authorization_code',
        code,
        code_verifier: verifier,
        redirect_uri: redirectUri,
      };
      const granted = await askForToken(endpoints, client, grant, signal);
      const refresh = granted.refresh_token;
      if (!refresh) throw new AppError('google_failed', { reason: 'google.noRefreshToken' });
      const person = await askWho(endpoints, granted.access_token, signal);
      const scopes = new Set(granted.scope.split(' '));
      const all = (wanted: readonly string[]) => wanted.every((scope) => scopes.has(scope));
      return {
        subject: person.sub,
        email: person.email,
        name: person.name,
        grants: { calendar: all(CALENDAR_SCOPES), files: scopes.has(FILES_SCOPES[0] ?? '') },
        async keep(accountId) {
          await tokens.keep(accountId, refresh);
          access.forget(accountId);
        },
      };
    } catch (error) {
      if (error instanceof AppError) throw error;
      const { problem } = toRemoteError(error, signal);
      if (problem === 'cancelled') throw new AppError('cancelled', {}, { cause: error });
      throw new AppError(problem === 'offline' ? 'google_offline' : 'google_failed', {}, { cause: error });
    }
  };

  return {
    ready: async () => (await tokens.client()) !== null,
    useClient: (client) => tokens.keepClient(client),
    async connect(hint, signal) {
      const client = await tokens.client();
      if (!client) throw new AppError('unavailable', { reason: 'google.noClient' });
      return exchange(client, hint, signal);
    },
    async disconnect(accountId) {
      const refresh = await tokens.refreshToken(accountId);
      access.forget(accountId);
      await tokens.forget(accountId);
      if (refresh === null) return;
      try {
        await revoke(endpoints, refresh);
      } catch (error) {
        // The grant is gone from this computer; the person can also end it at Google.
        const problem = error instanceof RemoteError ? error.problem : 'failed';
        logger.warn('google.revoke', { account: accountId, problem });
      }
    },
  };
}

async function waitForCode(
  listener: LoopbackListener,
  signal: AbortSignal,
  timeout: number,
): Promise<string> {
  const limit = AbortSignal.timeout(timeout);
  const either = AbortSignal.any([signal, limit]);
  const stopped = new Promise<never>((_resolve, reject) => {
    const stop = () =>
      reject(
        signal.aborted
          ? new AppError('cancelled')
          : new AppError('unavailable', { reason: 'google.timeout' }),
      );
    if (either.aborted) stop();
    else either.addEventListener('abort', stop, { once: true });
  });
  const callback = await Promise.race([listener.callback, stopped]);
  if (callback.kind === 'refused') throw new AppError('cancelled', { reason: 'google.refused' });
  return callback.code;
}
