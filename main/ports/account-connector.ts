/** What a person granted, before it is kept. */
export interface ConnectedIdentity {
  /** The service's own, never changing id of the person. */
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  /** Whether calendars and files may be read, as granted and not as asked. */
  readonly grants: { readonly calendar: boolean; readonly files: boolean };
  /** Puts the grant into the keychain under this account. */
  keep(accountId: string): Promise<void>;
}

/** An OAuth client of the person's own (type "Desktop app"). */
export interface OwnClient {
  readonly id: string;
  readonly secret: string;
}

/** Signing in to the service that calendars and files come from. */
export interface AccountConnector {
  /** Whether there is an OAuth client to sign in with. */
  ready(): Promise<boolean>;
  useClient(client: OwnClient): Promise<void>;
  /**
   * Opens the person's browser and waits. Throws AppError `cancelled` when the signal fires or the person
   * refuses, `unavailable` with reason `google.timeout` after five minutes or `google.noClient` without a
   * client, `google_failed` and `google_offline` for the rest.
   */
  connect(hint: string | null, signal: AbortSignal): Promise<ConnectedIdentity>;
  /** Ends the grant with the service as far as it can be reached, and removes it from the keychain. */
  disconnect(accountId: string): Promise<void>;
}
