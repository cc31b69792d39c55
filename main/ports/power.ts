/** The computer's comings and goings. Each returns the function that ends the subscription. */
export interface Power {
  /** The person leaves: the screen is locked or the computer goes to sleep. */
  onAway(listener: () => void): () => void;
  /** The computer goes to sleep. */
  onSuspend(listener: () => void): () => void;
  /** The computer woke or the screen was unlocked; time may have passed unseen. */
  onReturn(listener: () => void): () => void;
  /** Whole seconds since the last input of keyboard or mouse anywhere in the system; 0 where nobody can tell. */
  idleSeconds(): number;
}
