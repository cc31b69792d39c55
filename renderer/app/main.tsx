import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { call } from '../lib/api.ts';
import { ClockProvider } from '../lib/clock.tsx';
import { CommandsProvider } from '../lib/commands/CommandsProvider.tsx';
import { KeptProvider } from '../lib/kept.tsx';
import { invalidate } from '../lib/queries.ts';
import { FeedbackProvider } from '../ui/feedback/Feedback.tsx';
import { UnsavedProvider } from '../ui/unsaved/Unsaved.tsx';
import { loadWords, startI18n } from './i18n/start.ts';
import { keepEditsWhenLeaving } from './keep-edits.ts';
import { navigateThrough } from './navigation.ts';
import { pageClock } from './page-clock.ts';
import { createAppRouter } from './routes.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

const address = new URLSearchParams(location.search);

/** What the frame shows, asked for at once while the words load. */
const FIRST_READS = ['app.info', 'clients.list', 'time.running', 'time.totalsToday'] as const;

/** A read that fails here fails again, visibly, in the part that shows it. */
function prefetch(name: string, queryFn: () => Promise<unknown>): Promise<void> {
  return queries.prefetchQuery({ queryKey: [name, undefined], queryFn });
}

/** Both fail only with the main process, and the window with it. */
const stay = () => void call('app.stay');
const leave = () => void call('app.quit');

async function begin(): Promise<void> {
  // While the settings are asked for; which words are spoken is for them to say, and a failure shows then.
  loadWords(address.get('language') === 'de' ? 'de' : 'en').catch(() => {});
  const preferences = call('settings.get');
  await Promise.all([
    preferences.then(({ spoken }) => startI18n(spoken)),
    prefetch('settings.get', () => preferences),
    ...FIRST_READS.map((name) => prefetch(name, () => call(name))),
  ]);
  window.api.subscribe((push) => {
    if (push.kind === 'changes') invalidate(queries, push.changes);
  });
  keepEditsWhenLeaving(window);
  const router = createAppRouter(queries);
  navigateThrough(router.history);
  await router.load();
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no #root');
  createRoot(container).render(
    <StrictMode>
      <ThemeProvider>
        <ClockProvider now={pageClock}>
          <QueryClientProvider client={queries}>
            <FeedbackProvider>
              <CommandsProvider mac={navigator.userAgent.includes('Mac OS')}>
                <UnsavedProvider onStay={stay} onLeave={leave}>
                  <KeptProvider>
                    <RouterProvider router={router} />
                  </KeptProvider>
                </UnsavedProvider>
              </CommandsProvider>
            </FeedbackProvider>
          </QueryClientProvider>
        </ClockProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}

// Without a workspace there is nothing to route to; the usual code stays unloaded.
if (address.has('recovery')) {
  void import('./recovery/start.tsx').then(({ startRecovery }) => startRecovery());
} else {
  void begin();
}
