/** What this workspace remembers about its place in the keychain. Holds no secret. */
export interface KeychainRecord {
  /** The name under which this workspace keeps its entries; different for every workspace. */
  service(): string;
  canaryWritten(): boolean;
  markCanary(): void;
  /** A name that was never used, for a new place. */
  freshService(): string;
  /** The entries are at `service` from now on, and its canary is written. */
  moveTo(service: string): void;
}
