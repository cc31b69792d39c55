import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trackInputModality } from '../input-modality.ts';
import { TooltipLayer } from '../tooltip/TooltipLayer.tsx';
import { createFeed, type Feed, type ToastInput } from './feed.ts';
import { LiveRegion } from './LiveRegion.tsx';
import { ToastStack } from './ToastStack.tsx';

const FeedContext = createContext<Feed | null>(null);

/** What every window has once: announcements, toasts, tooltips and the note which input is in use. */
export function FeedbackProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [feed] = useState(() => createFeed());
  useEffect(() => trackInputModality(document.documentElement), []);
  return (
    <FeedContext value={feed}>
      {children}
      <ToastStack feed={feed} closeLabel={t('close')} />
      <LiveRegion feed={feed} />
      <TooltipLayer />
    </FeedContext>
  );
}

function useFeed(): Feed {
  const feed = use(FeedContext);
  if (!feed) throw new Error('FeedbackProvider is missing above this component');
  return feed;
}

/** Tells a screen reader what a sighted person sees happen: `announce('Moved to Doing, 2 of 4')`. */
export function useAnnounce(): (message: string, urgent?: boolean) => void {
  return useFeed().announce;
}

/** Shows a short message at the foot of the window: `toast({ text, action: { label: 'Undo', run } })`. */
export function useToast(): {
  readonly show: (toast: ToastInput) => string;
  readonly close: (id: string) => void;
  /** See `Feed.undone`. */
  readonly undone: () => void;
  /** See `Feed.passed`. */
  readonly passed: () => void;
} {
  const feed = useFeed();
  return useMemo(
    () => ({ show: feed.toast, close: feed.close, undone: feed.undone, passed: feed.passed }),
    [feed],
  );
}
