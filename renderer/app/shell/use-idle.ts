import { useEffect, useState } from 'react';

/** False at first; true once the first view stands and nothing more urgent is to be done. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(() => setIdle(true), { timeout: 500 });
    return () => cancelIdleCallback(handle);
  }, []);
  return idle;
}
