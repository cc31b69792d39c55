import type { AccessTokens } from '../ports/access-tokens.ts';
import { RemoteError } from '../ports/remote.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { type Calendar, type Drive, loadCalendar, loadDrive, type OAuthClient } from './library.ts';
import { toRemoteError } from './problems.ts';

interface Session {
  readonly auth: OAuthClient;
  calendar?: Promise<Calendar>;
  drive?: Promise<Drive>;
}

/** One client of the library per account. It knows access tokens only, and only for as long as it lives. */
export class GoogleSessions {
  readonly #endpoints: GoogleEndpoints;
  readonly #access: AccessTokens;
  readonly #open = new Map<string, Promise<Session>>();

  constructor(endpoints: GoogleEndpoints, access: AccessTokens) {
    this.#endpoints = endpoints;
    this.#access = access;
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
    const attempt = async (refused: string | null) => {
      const token = await this.#access.get(accountId, refused, signal);
      session.auth.setCredentials({ access_token: token });
      return work(session).then(
        (value) => ({ value }),
        (error: unknown) => ({ token, problem: toRemoteError(error, signal) }),
      );
    };
    const first = await attempt(null);
    if ('value' in first) return first.value;
    if (first.problem.status !== 401) throw first.problem;
    const second = await attempt(first.token);
    if ('value' in second) return second.value;
    // A token that was made a moment ago is refused as well. Unless the service has hiccups, the account itself is no
    // longer let in.
    if (second.problem.status !== 401) throw second.problem;
    throw new RemoteError('reconnect', { status: 401, mayPass: true, cause: second.problem });
  }

  #session(accountId: string): Promise<Session> {
    const known = this.#open.get(accountId);
    if (known) return known;
    const made = createOAuthClient(this.#endpoints, '', '').then((auth) => ({ auth }));
    this.#open.set(accountId, made);
    made.catch(() => this.#open.delete(accountId));
    return made;
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
