/** Waiting. Injected, so that tests decide when it is over. */
export interface Timer {
  /** Runs `work` once, `milliseconds` from now; returns the function that calls it off. */
  after(milliseconds: number, work: () => void): () => void;
}
