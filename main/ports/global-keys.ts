/** One combination of keys that reaches the app from anywhere in the system. */
export interface GlobalKeys {
  /**
   * Takes the combination (`Ctrl+Alt+T`) instead of the one that was held. False when the system refuses it, as
   * another program holds it: then none is held.
   */
  take(keys: string, run: () => void): boolean;
  /** Gives the held one back. */
  release(): void;
  /** Whether the desktop keeps such keys to itself, so that a combination that was taken may still never arrive. */
  readonly uncertain: boolean;
}
