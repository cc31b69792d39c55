import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { call } from '../lib/api.ts';
import { invalidate } from '../lib/queries.ts';
import { startI18n } from './i18n/start.ts';
import { createAppRouter } from './routes.tsx';

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
      <MantineProvider defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

void begin();
