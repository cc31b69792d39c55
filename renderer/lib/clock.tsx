import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react';
import { createTicker, type Ticker } from './ticker.ts';

const TickerContext = createContext<Ticker | null>(null);

/** The page's time source; tests pass their own. @param now UTC milliseconds. */
export function ClockProvider({
  now,
  children,
}: {
  readonly now: () => number;
  readonly children: ReactNode;
}) {
  const [ticker] = useState(() => createTicker(now));
  return <TickerContext value={ticker}>{children}</TickerContext>;
}

function useTicker(): Ticker {
  const ticker = use(TickerContext);
  if (!ticker) throw new Error('ClockProvider is missing above this component');
  return ticker;
}

/** The current minute in UTC milliseconds; the component renders again when it changes, and at no other time. */
export function useMinute(): number {
  const { minute } = useTicker();
  return useSyncExternalStore(minute.subscribe, minute.value);
}

/**
 * What `of` makes of the current minute, a plain value; the component renders again when that changes, not with every
 * minute.
 */
export function useByMinute<T extends string | number | boolean | null>(of: (minute: number) => T): T {
  const { minute } = useTicker();
  return useSyncExternalStore(minute.subscribe, () => of(minute.value()));
}

/** Reads the current minute without rendering again when it changes; for what `useByMinute` tells is due anew. */
export function useMinuteReader(): () => number {
  return useTicker().minute.value;
}

/** The current second in UTC milliseconds. Only the smallest part that shows it should use this. */
export function useSecond(): number {
  const { second } = useTicker();
  return useSyncExternalStore(second.subscribe, second.value);
}

/**
 * The time up to which a running entry counts, in UTC milliseconds: whole minutes after its start, so that totals turn
 * together with the timer that counts its seconds. Without one, the current minute.
 */
export function useCountedUntil(startedAt: number | null): number {
  const { minute, second } = useTicker();
  const counted = () =>
    startedAt === null
      ? minute.value()
      : startedAt + Math.max(0, Math.floor((second.value() - startedAt) / 60_000)) * 60_000;
  return useSyncExternalStore(startedAt === null ? minute.subscribe : second.subscribe, counted);
}
