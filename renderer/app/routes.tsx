import type { QueryClient } from '@tanstack/react-query';
import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
} from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../lib/api.ts';

interface Context {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet });

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

function Home() {
  const { t } = useTranslation();
  useEffect(() => void call('app.ready'), []);
  return <h1>{t('common:appName')}</h1>;
}

/** All screens and where they live; addresses are hashes, so that one file serves them all. */
export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([home]),
    history: createHashHistory(),
    context: { queries },
    defaultPreload: 'intent',
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
