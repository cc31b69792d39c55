/** What this workspace remembers about its place in the keychain. Holds no secret. */
export interface KeychainRecord {
  /** The name under which this workspace keeps its entries; different for every workspace. */
  service(): string;
  canaryWritten(): boolean;
  markCanary(): void;
}
