import { useSyncExternalStore } from 'react';
import type { Feed } from './feed.ts';

/** Two regions that are always in the page, as screen readers need; the message's key makes a repeated one speak. */
export function LiveRegion({ feed }: { readonly feed: Feed }) {
  const { announcement } = useSyncExternalStore(feed.subscribe, feed.state);
  const polite = announcement && !announcement.urgent ? announcement : null;
  const urgent = announcement?.urgent ? announcement : null;
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite" data-testid="announcer">
        {polite && <span key={polite.id}>{polite.message}</span>}
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive">
        {urgent && <span key={urgent.id}>{urgent.message}</span>}
      </div>
    </>
  );
}
