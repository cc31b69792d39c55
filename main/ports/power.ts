/** The computer's comings and goings. Each returns the function that ends the subscription. */
export interface Power {
  /** The person leaves: the screen is locked or the computer goes to sleep. */
  onAway(listener: () => void): () => void;
  /** The computer woke or the screen was unlocked; time may have passed unseen. */
  onReturn(listener: () => void): () => void;
}
