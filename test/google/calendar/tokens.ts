import { errors } from '../google-error.ts';
import type { Rng } from '../rng.ts';

interface Stored<T> {
  scope: string;
  parameters: string;
  state: T;
  expired: boolean;
}

/**
 * Opaque tokens that remember what they were given for. A sync or page token is only good for the same
 * user, the same resource and the same parameters.
 */
export interface Tokens<T> {
  issue(scope: string, parameters: string, state: T): string;
  /** @throws 410 when expired, 400 when unknown, from another resource or with other parameters. */
  read(token: string, scope: string, parameters: string): T;
  /** All tokens of a scope that starts like this become too old. */
  expire(scopePrefix: string): void;
}

export function createTokens<T>(rng: Rng, kind: 'syncToken' | 'pageToken'): Tokens<T> {
  const tokens = new Map<string, Stored<T>>();
  const byState = new Map<string, string>();
  const bad = () => (kind === 'syncToken' ? errors.invalidSyncToken() : errors.invalid('pageToken'));
  return {
    issue: (scope, parameters, state) => {
      const key = JSON.stringify([scope, parameters, state]);
      const known = byState.get(key);
      if (known && tokens.get(known)?.expired === false) return known;
      const token = `${kind === 'syncToken' ? 'CP' : 'EiEK'}${rng.id(28)}=`;
      tokens.set(token, { scope, parameters, state, expired: false });
      byState.set(key, token);
      return token;
    },
    read: (token, scope, parameters) => {
      const known = tokens.get(token);
      if (!known || known.scope !== scope) throw bad();
      if (known.expired) throw kind === 'syncToken' ? errors.fullSyncRequired() : bad();
      if (known.parameters !== parameters) throw bad();
      return known.state;
    },
    expire: (prefix) => {
      for (const stored of tokens.values()) if (stored.scope.startsWith(prefix)) stored.expired = true;
    },
  };
}
