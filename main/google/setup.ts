import type { OwnClient } from '../ports/account-connector.ts';
import type { ExternalOpener } from '../ports/external-opener.ts';
import { type GoogleEndpoints, loopbackClient, loopbackEndpoints, realEndpoints } from './endpoints.ts';

export interface GoogleSetup {
  readonly endpoints: GoogleEndpoints;
  readonly client: OwnClient | null;
  readonly opener: ExternalOpener;
}

/**
 * Google itself, or a server on this machine.
 * @param address value of `--google-endpoint`; empty for Google.
 * @throws Error for a packaged app and for any address that is not loopback.
 */
export function googleSetup(address: string, packaged: boolean, opener: ExternalOpener): GoogleSetup {
  if (address === '') return { endpoints: realEndpoints, client: null, opener };
  const endpoints = loopbackEndpoints(address, packaged);
  return { endpoints, client: loopbackClient, opener: visitLoopback(endpoints.authorise, opener) };
}

/**
 * A consent page on loopback has nobody in front of it and no browser is let near it: the app visits the
 * page itself. Every other address goes to the browser as always.
 */
function visitLoopback(authorise: string, opener: ExternalOpener): ExternalOpener {
  return {
    async open(url) {
      if (!url.startsWith(`${authorise}?`)) return opener.open(url);
      const response = await fetch(url);
      await response.text();
    },
  };
}
