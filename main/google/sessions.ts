import { RemoteError } from '../ports/remote.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { type Calendar, type Drive, loadCalendar, loadDrive, type OAuthClient } from './library.ts';
import { toRemoteError } from './problems.ts';
import type { GoogleTokens } from './tokens.ts';

interface Session {
  readonly auth: OAuthClient;
  calendar?: Promise<Calendar>;
  drive?: Promise<Drive>;
}

/** One signed-in client per account. Access tokens stay in memory; only the refresh token is kept. */
export class GoogleSessions {
  readonly #endpoints: GoogleEndpoints;
  readonly #tokens: GoogleTokens;
  readonly #open = new Map<string, Promise<Session>>();

  constructor(endpoints: GoogleEndpoints, tokens: GoogleTokens) {
    this.#endpoints = endpoints;
    this.#tokens = tokens;
  }

  /** Drops what is in memory, after a reconnect or a removal. */
  forget(accountId: string): void {
    this.#open.delete(accountId);
  }

  /** Runs one call. A refused access token is renewed once, even when it should still be good. */
  async calendar<T>(accountId: string, signal: AbortSignal, call: (api: Calendar) => Promise<T>): Promise<T> {
    return this.#run(accountId, signal, async (session) => {
      session.calendar ??= loadCalendar().then((library) =>
        library.calendar({ version: 'v3', auth: session.auth, ...this.#root() }),
      );
      return call(await session.calendar);
    });
  }

  async drive<T>(accountId: string, signal: AbortSignal, call: (api: Drive) => Promise<T>): Promise<T> {
    return this.#run(accountId, signal, async (session) => {
      session.drive ??= loadDrive().then((library) =>
        library.drive({ version: 'v3', auth: session.auth as never, ...this.#root() }),
      );
      return call(await session.drive);
    });
  }

  #root(): { rootUrl?: string } {
    return this.#endpoints.rootUrl === null ? {} : { rootUrl: this.#endpoints.rootUrl };
  }

  async #run<T>(accountId: string, signal: AbortSignal, work: (session: Session) => Promise<T>): Promise<T> {
    if (signal.aborted) throw new RemoteError('cancelled');
    const session = await this.#session(accountId);
    const used = session.auth.credentials.access_token;
    try {
      return await work(session);
    } catch (error) {
      const problem = toRemoteError(error, signal);
      if (problem.status !== 401 || problem.problem === 'reconnect') throw problem;
      try {
        if (session.auth.credentials.access_token === used) await session.auth.refreshAccessToken();
        return await work(session);
      } catch (again) {
        throw toRemoteError(again, signal);
      }
    }
  }

  #session(accountId: string): Promise<Session> {
    const known = this.#open.get(accountId);
    if (known) return known;
    const made = this.#make(accountId).catch((error: unknown) => {
      this.#open.delete(accountId);
      throw error;
    });
    this.#open.set(accountId, made);
    return made;
  }

  async #make(accountId: string): Promise<Session> {
    const [client, refresh] = [await this.#tokens.client(), await this.#tokens.refreshToken(accountId)];
    if (!client || refresh === null) throw new RemoteError('reconnect');
    const auth = await createOAuthClient(this.#endpoints, client.id, client.secret);
    auth.setCredentials({ refresh_token: refresh });
    return { auth };
  }
}

/** An OAuth client of the library that talks to these endpoints only. */
export async function createOAuthClient(
  endpoints: GoogleEndpoints,
  clientId: string,
  clientSecret: string,
): Promise<OAuthClient> {
  const { auth } = await loadCalendar();
  return new auth.OAuth2({
    clientId,
    clientSecret,
    endpoints: {
      oauth2AuthBaseUrl: endpoints.authorise,
      oauth2TokenUrl: endpoints.token,
      oauth2RevokeUrl: endpoints.revoke,
    },
  });
}
