/** Whether the system's keychain can be used now. */
type KeychainState = 'available' | 'unavailable';

/**
 * The operating system's keychain. `key` is an id of ours, never a person's words.
 * Every method throws AppError `keychain_unavailable` when the keychain is locked or missing,
 * `write` also `secret_too_long` for values over 2,500 UTF-8 bytes.
 */
export interface CredentialStore {
  state(): Promise<KeychainState>;
  write(key: string, secret: string): Promise<void>;
  /** Null only when the keychain works and holds no such secret. */
  read(key: string): Promise<string | null>;
  remove(key: string): Promise<void>;
  /**
   * For a workspace that came to another computer: begins a new place in the keychain that is there now. What
   * the old one holds is left as it is. Only when the person asks for it, as all secrets have to be given again.
   */
  startAfresh(): Promise<void>;
}
