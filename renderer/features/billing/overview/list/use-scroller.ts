import { useMediaQuery } from '@mantine/hooks';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** As in the sheets of the views: too short for a table that scrolls by itself. */
const SHORT = '(max-height: 520px)';

/**
 * What a long table scrolls in: itself, or in a short window the view around it. `above`: what of the view stands
 * before its first row, px.
 */
export function useScroller(own: RefObject<HTMLElement | null>) {
  const flows = useMediaQuery(SHORT, false, { getInitialValueInEffect: false });
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const table = own.current;
    const view = table?.closest<HTMLElement>('[data-view]');
    if (!flows || !table || !view) return setAbove(0);
    const measure = () =>
      setAbove(table.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop);
    // A toolbar that wraps moves the table.
    const sizes = new ResizeObserver(measure);
    sizes.observe(view);
    measure();
    return () => sizes.disconnect();
  }, [flows, own]);
  const element = () => (flows ? (own.current?.closest<HTMLElement>('[data-view]') ?? null) : own.current);
  return { flows, above, element };
}
