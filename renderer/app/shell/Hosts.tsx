import { lazy, Suspense, useEffect, useState } from 'react';
import { loadPalette } from '../palette/load.ts';
import { hosts } from '../screens.ts';

/** What is always there but not needed for the first paint: mounted once the first view stands. */
export function Hosts() {
  const [parts] = useState(() => hosts.map((load, at) => ({ at, Part: lazy(load) })));
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(
      () => {
        setWanted(true);
        // Typing follows the palette's keys at once, so its code must be there before it is asked for.
        void loadPalette();
      },
      { timeout: 500 },
    );

    return () => cancelIdleCallback(handle);
  }, []);
  if (!wanted) return null;
  return parts.map(({ at, Part }) => (
    <Suspense key={at}>
      <Part />
    </Suspense>
  ));
}
