import { lazy, Suspense, useEffect, useState } from 'react';
import { clientScreens, hosts } from '../screens.ts';
import { useIdle } from './use-idle.ts';

/** What is always there but not needed for the first paint: mounted once the first view stands. */
export function Hosts() {
  const [parts] = useState(() => hosts.map((load, at) => ({ at, Part: lazy(load) })));
  const wanted = useIdle();
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
