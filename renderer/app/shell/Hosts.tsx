import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { clientScreens, hosts } from '../screens.ts';
import { useIdle } from './use-idle.ts';

/** Tells that the part before it is there. */
function Told({ at, onThere }: { readonly at: number; readonly onThere: (at: number) => void }) {
  useEffect(() => onThere(at), [at, onThere]);
  return null;
}

/**
 * What is always there but not needed for the first paint: mounted once the first view stands. When all of it is there,
 * keys included, the document says so (`data-complete`), for whoever drives the app from outside.
 */
export function Hosts() {
  const [parts] = useState(() => hosts.map((load, at) => ({ at, Part: lazy(load) })));
  const wanted = useIdle();
  const there = useRef(new Set<number>());
  const onThere = useCallback((at: number) => {
    there.current.add(at);
    if (there.current.size === hosts.length) document.documentElement.dataset.complete = '';
  }, []);
  useEffect(() => {
    // The board is where people go next. Should its file not load now, opening the board tells so.
    if (wanted) clientScreens.board?.().catch(() => {});
  }, [wanted]);
  if (!wanted) return null;
  return parts.map(({ at, Part }) => (
    <Suspense key={at}>
      <Part />
      <Told at={at} onThere={onThere} />
    </Suspense>
  ));
}
