import { lazy, Suspense, useEffect, useState } from 'react';
import { clientScreens, hosts } from '../screens.ts';

/** What is always there but not needed for the first paint: mounted once the first view stands. */
export function Hosts() {
  const [parts] = useState(() => hosts.map((load, at) => ({ at, Part: lazy(load) })));
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(
      () => {
        setWanted(true);
      },
      { timeout: 500 },
    );

    return () => cancelIdleCallback(handle);
  }, []);
  useEffect(() => {
    // The board is where people go next. Should its file not load now, opening the board tells so.
    if (wanted) clientScreens.board?.().catch(() => {});
  }, [wanted]);
  if (!wanted) return null;
  return parts.map(({ at, Part }) => (
    <Suspense key={at}>
      <Part />
    </Suspense>
  ));
}
