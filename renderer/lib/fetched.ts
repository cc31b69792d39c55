import { type ComponentType, useEffect, useState } from 'react';

/**
 * A component from a file of its own, fetched when the page has nothing else to do or when it is first `needed`; null
 * until then. It is kept as a plain component: a lazy one comes a moment after the key that asks for it, even when it
 * is there already, and what is typed in between would be lost or taken for other keys. `load` must stay the same.
 * What goes wrong with it is thrown once it is needed.
 */
export function useFetched<Props>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  needed: boolean,
): ComponentType<Props> | null {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    if (Part) return;
    const fetch = async () => setPart(await load().then((module) => () => module.default));
    const fail = (error: unknown) =>
      setPart(() => {
        throw error;
      });
    if (needed) return void fetch().catch(fail);
    const handle = requestIdleCallback(() => void fetch().catch(() => {}), { timeout: 500 });
    return () => cancelIdleCallback(handle);
  }, [load, Part, needed]);
  return Part;
}
