import type { AccessTokens } from '../ports/access-tokens.ts';
import { RemoteError } from '../ports/remote.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { askForToken } from './token-endpoint.ts';
import type { GoogleTokens } from './tokens.ts';

/** So long before its end a token is renewed. */
const MARGIN_MS = 5 * 60_000;

interface Known {
  readonly token: string;
  /** On the clock of `now`. */
  readonly until: number;
}

/** Access tokens, kept in memory only and renewed with the refresh token of the keychain. */
export class GoogleAccess implements AccessTokens {
  readonly #endpoints: GoogleEndpoints;
  readonly #tokens: GoogleTokens;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();
  /** Calls that find the same token dead renew it once, together. */
  readonly #renewals = new Map<string, Promise<string>>();

  /** @param now milliseconds that only grow. */
  constructor(endpoints: GoogleEndpoints, tokens: GoogleTokens, now: () => number) {
    this.#endpoints = endpoints;
    this.#tokens = tokens;
    this.#now = now;
  }

  async get(accountId: string, refused: string | null, signal: AbortSignal): Promise<string> {
    const known = this.#known.get(accountId);
    if (known && known.token !== refused && this.#now() < known.until) return known.token;
    return unlessAborted(this.#renewals.get(accountId) ?? this.#begin(accountId), signal);
  }

  /** Drops what is in memory, after a reconnect or a removal. */
  forget(accountId: string): void {
    this.#known.delete(accountId);
    this.#renewals.delete(accountId);
  }

  #begin(accountId: string): Promise<string> {
    const renewal = this.#renew(accountId).then((known) => {
      // A grant that was replaced meanwhile leaves nothing behind.
      if (this.#renewals.get(accountId) === renewal) this.#known.set(accountId, known);
      return known.token;
    });
    this.#renewals.set(accountId, renewal);
    const end = () => {
      if (this.#renewals.get(accountId) === renewal) this.#renewals.delete(accountId);
    };
    renewal.then(end, end);
    return renewal;
  }

  async #renew(accountId: string): Promise<Known> {
    const [client, refresh] = [await this.#tokens.client(), await this.#tokens.refreshToken(accountId)];
    if (!client || refresh === null) throw new RemoteError('reconnect');
    const grant = { grant_type: 'refresh_token', refresh_token: refresh };
    const { access_token: token, expires_in: seconds } = await askForToken(this.#endpoints, client, grant);
    return { token, until: this.#now() + Math.max(0, seconds * 1000 - MARGIN_MS) };
  }
}

/** The work goes on for others that wait for it. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new RemoteError('cancelled'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
