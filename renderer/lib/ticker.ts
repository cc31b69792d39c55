export interface Beat {
  /** UTC milliseconds at the start of the current period. */
  readonly value: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Ticker {
  readonly second: Beat;
  readonly minute: Beat;
}

/** One timer per period for the whole page, running only while someone listens, on the period's own boundary. */
export function createTicker(now: () => number): Ticker {
  return { second: createBeat(now, 1_000), minute: createBeat(now, 60_000) };
}

function createBeat(now: () => number, period: number): Beat {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const value = () => Math.floor(now() / period) * period;
  const arm = () => {
    timer = setTimeout(
      () => {
        arm();
        for (const listener of listeners) listener();
      },
      period - (now() % period) + 1,
    );
  };
  return {
    value,
    subscribe: (listener) => {
      if (listeners.size === 0) arm();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearTimeout(timer);
      };
    },
  };
}
