import { lazy, Suspense, useState } from 'react';
import { focusBar } from '../screens.ts';
import { useIdle } from './use-idle.ts';

/** The place of focus in the timer bar; its file is fetched once the first view stands. */
export function FocusSlot() {
  const [FocusBar] = useState(() => lazy(focusBar));
  const wanted = useIdle();
  if (!wanted) return null;
  return (
    <Suspense>
      <FocusBar />
    </Suspense>
  );
}
