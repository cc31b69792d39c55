import type { Rng } from './rng.ts';

export interface User {
  sub: string;
  email: string;
  name: string;
}

/** What a user allowed one OAuth client to do. */
export interface Grant {
  refreshToken: string;
  clientId: string;
  user: User;
  scopes: Set<string>;
  revoked: boolean;
}

interface AccessToken {
  grant: Grant;
  expiresAt: number;
}

export interface OAuthClient {
  id: string;
  /** Desktop clients have a secret that is no secret; the server checks it when it is set. */
  secret: string;
}

/** Users, OAuth clients and tokens. */
export interface Accounts {
  addUser(email: string, name?: string): User;
  userByEmail(email: string): User;
  users(): readonly User[];
  client(id: string): OAuthClient | undefined;
  grant(user: User, clientId: string, scopes: Iterable<string>): Grant;
  grantByRefresh(token: string): Grant | undefined;
  issueAccess(grant: Grant): string;
  /** The grant behind a bearer token; undefined when unknown, expired or revoked. */
  check(accessToken: string): Grant | undefined;
  revoke(token: string): boolean;
  /** Every grant of a user dies, as after seven days in testing or a changed password. */
  revokeUser(email: string): void;
  expireAccess(): void;
}

export const ACCESS_SECONDS = 3599;

export function createAccounts(rng: Rng, now: () => number, clients: readonly OAuthClient[]): Accounts {
  const users: User[] = [];
  const grants = new Map<string, Grant>();
  const access = new Map<string, AccessToken>();
  return {
    addUser: (email, name = email.split('@')[0] ?? email) => {
      const sub = `1${Array.from({ length: 20 }, () => rng.int(10)).join('')}`;
      const user = { sub, email, name };
      users.push(user);
      return user;
    },
    userByEmail: (email) => {
      const user = users.find((u) => u.email === email);
      if (!user) throw new Error(`no user ${email}`);
      return user;
    },
    users: () => users,
    client: (id) => clients.find((c) => c.id === id),
    grant: (user, clientId, scopes) => {
      const made: Grant = {
        refreshToken: `1//fake-${rng.id(40)}`,
        clientId,
        user,
        scopes: new Set(scopes),
        revoked: false,
      };
      grants.set(made.refreshToken, made);
      return made;
    },
    grantByRefresh: (token) => {
      const grant = grants.get(token);
      return grant?.revoked ? undefined : grant;
    },
    issueAccess: (grant) => {
      const token = `ya29.fake-${rng.id(48)}`;
      access.set(token, { grant, expiresAt: now() + ACCESS_SECONDS * 1000 });
      return token;
    },
    check: (token) => {
      const known = access.get(token);
      if (!known || known.grant.revoked || known.expiresAt <= now()) return undefined;
      return known.grant;
    },
    revoke: (token) => {
      const grant = grants.get(token) ?? access.get(token)?.grant;
      if (!grant || grant.revoked) return false;
      grant.revoked = true;
      return true;
    },
    revokeUser: (email) => {
      for (const grant of grants.values()) if (grant.user.email === email) grant.revoked = true;
    },
    expireAccess: () => access.clear(),
  };
}
