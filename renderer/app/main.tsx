import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { call } from '../lib/api.ts';
import { ClockProvider } from '../lib/clock.tsx';
import { invalidate } from '../lib/queries.ts';
import { FeedbackProvider } from '../ui/feedback/Feedback.tsx';
import { startI18n } from './i18n/start.ts';
import { pageClock } from './page-clock.ts';
import { createAppRouter } from './routes.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

async function begin(): Promise<void> {
  const preferences = await call('settings.get');
  queries.setQueryData(['settings.get', undefined], preferences);
  await startI18n(preferences.spoken);
  window.api.subscribe((push) => {
    if (push.kind === 'changes') invalidate(queries, push.changes);
  });
  const router = createAppRouter(queries);
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no #root');
  createRoot(container).render(
    <StrictMode>
      <ThemeProvider>
        <ClockProvider now={pageClock}>
          <QueryClientProvider client={queries}>
            <FeedbackProvider>
              <RouterProvider router={router} />
            </FeedbackProvider>
          </QueryClientProvider>
        </ClockProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}

void begin();
