import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { type ClientView, clientViews, type Overview, overviews } from '../lib/addresses.ts';
import { createAddressHistory } from './hash-history.ts';
import { pageClock } from './page-clock.ts';
import { clientReads, clientScreens, overviewReads, overviewScreens } from './screens.ts';
import { ScreenError } from './shell/ScreenError.tsx';
import { ShellContainer } from './shell/ShellContainer.tsx';
import { Start } from './shell/Start.tsx';

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: ShellContainer,
  notFoundComponent: Start,
});

const start = createRoute({ getParentRoute: () => root, path: '/', component: Start });

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('../features/settings/SettingsScreen.tsx')),
});

const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/import/ImportScreen.tsx')),
});

const overviewRoutes = overviews.flatMap((view: Overview) => {
  const load = overviewScreens[view];
  if (!load) return [];
  return createRoute({
    getParentRoute: () => root,
    path: `/${view}`,
    component: lazyRouteComponent(load),
    loader: ({ context }) => overviewReads[view]?.(context.queries, pageClock()),
  });
});

const clientRoutes = clientViews.flatMap((view: ClientView) => {
  const load = clientScreens[view];
  if (!load) return [];
  return createRoute({
    getParentRoute: () => root,
    path: `/client/$clientId/${view}`,
    component: lazyRouteComponent(load),
    loader: ({ params, context }) => clientReads[view]?.(context.queries, params.clientId),
    // Another client is another screen: nothing of the first one's state stays.
    remountDeps: ({ params }) => params,
  });
});

/** All screens and where they live; addresses are hashes, so that one file serves them all. */
export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([start, settings, importing, ...overviewRoutes, ...clientRoutes]),
    history: createAddressHistory(),
    context: { queries },
    defaultErrorComponent: ScreenError,
    defaultPendingMs: 1_000,
  });
}
