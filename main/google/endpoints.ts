import type { OwnClient } from '../ports/account-connector.ts';

/** The OAuth client that a loopback server knows. It opens nothing anywhere else. */
export const loopbackClient: OwnClient = {
  id: 'loopback.apps.googleusercontent.com',
  secret: 'no-secret-on-loopback',
};

/** Where Google is. */
export interface GoogleEndpoints {
  /** Root of the APIs with a trailing slash; null for the library's own. */
  readonly rootUrl: string | null;
  readonly authorise: string;
  readonly token: string;
  readonly revoke: string;
  readonly userinfo: string;
}

export const realEndpoints: GoogleEndpoints = {
  rootUrl: null,
  authorise: 'https://accounts.google.com/o/oauth2/v2/auth',
  token: 'https://oauth2.googleapis.com/token',
  revoke: 'https://oauth2.googleapis.com/revoke',
  userinfo: 'https://openidconnect.googleapis.com/v1/userinfo',
};

const loopbackHosts = new Set(['127.0.0.1', '[::1]']);

/**
 * Endpoints of a server on this machine, for tests and the demo.
 * @throws Error for a packaged app and for any address that is not loopback.
 */
export function loopbackEndpoints(address: string, packaged: boolean): GoogleEndpoints {
  if (packaged) throw new Error('another Google endpoint is refused in a packaged app');
  const url = new URL(address);
  if (url.protocol !== 'http:' || !loopbackHosts.has(url.hostname)) {
    throw new Error('another Google endpoint must be a loopback address');
  }
  const at = (path: string): string => new URL(path, url.origin).href;
  return {
    rootUrl: at('/'),
    authorise: at('/o/oauth2/v2/auth'),
    token: at('/token'),
    revoke: at('/revoke'),
    userinfo: at('/v1/userinfo'),
  };
}
