import type { AccessTokens } from '../ports/access-tokens.ts';
import type { AccountConnector, OwnClient } from '../ports/account-connector.ts';
import type { CalendarGateway } from '../ports/calendar-gateway.ts';
import type { CredentialStore } from '../ports/credential-store.ts';
import type { DriveGateway } from '../ports/drive-gateway.ts';
import type { ExternalOpener } from '../ports/external-opener.ts';
import type { Logger } from '../ports/logger.ts';
import { GoogleAccess } from './access.ts';
import { createCalendarGateway } from './calendar-gateway.ts';
import { createConnector } from './connector.ts';
import { createDriveGateway } from './drive-gateway.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import type { ListenerTexts } from './loopback-listener.ts';
import { GoogleSessions } from './sessions.ts';
import { GoogleTokens } from './tokens.ts';

export interface GoogleParts {
  readonly endpoints: GoogleEndpoints;
  /** The OAuth client of a loopback endpoint; null when the person brings an own one. */
  readonly client: OwnClient | null;
  readonly credentials: CredentialStore;
  readonly opener: ExternalOpener;
  readonly logger: Logger;
  readonly texts: () => ListenerTexts;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

export interface Gateways {
  readonly calendars: CalendarGateway;
  readonly drive: DriveGateway;
}

/** Google behind the ports. Nothing of the client library is loaded before the first call. */
export function createGateways(endpoints: GoogleEndpoints, access: AccessTokens): Gateways {
  const sessions = new GoogleSessions(endpoints, access);
  return { calendars: createCalendarGateway(sessions), drive: createDriveGateway(sessions) };
}

export interface Google extends Gateways {
  readonly connector: AccountConnector;
  readonly access: AccessTokens;
}

/** Google with its sign-in, for the thread that may ask the keychain. */
export function createGoogle(parts: GoogleParts): Google {
  const { endpoints } = parts;
  const tokens = new GoogleTokens(parts.credentials, parts.client);
  const access = new GoogleAccess(endpoints, tokens, parts.now);
  return {
    ...createGateways(endpoints, access),
    connector: createConnector({ ...parts, tokens, access }),
    access,
  };
}
