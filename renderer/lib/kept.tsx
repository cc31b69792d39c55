import { createContext, type ReactNode, use, useState } from 'react';

const KeptContext = createContext<Map<string, unknown> | null>(null);

/** What screens keep while another one is open; it is gone with the window. */
export function KeptProvider({ children }: { readonly children: ReactNode }) {
  const [kept] = useState(() => new Map<string, unknown>());
  return <KeptContext value={kept}>{children}</KeptContext>;
}

/** Like `useState`, but the value is there again when the screen comes back. One component may use a key at a time. */
export function useKept<Value>(key: string, initial: Value): readonly [Value, (value: Value) => void] {
  const kept = use(KeptContext);
  if (!kept) throw new Error('KeptProvider is missing above this component');
  const [held, setHeld] = useState({ key, value: (kept.get(key) ?? initial) as Value });
  const value = held.key === key ? held.value : ((kept.get(key) ?? initial) as Value);
  const set = (next: Value) => {
    kept.set(key, next);
    setHeld({ key, value: next });
  };
  return [value, set];
}
