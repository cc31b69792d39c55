/** Where the short-lived tokens come from that calls to the service are signed with. */
export interface AccessTokens {
  /**
   * @param refused a token that the service did not take although it should still be good; null otherwise.
   * @throws RemoteError, `reconnect` when only the person can renew the grant; AppError
   * `keychain_unavailable`.
   */
  get(accountId: string, refused: string | null, signal: AbortSignal): Promise<string>;
}
