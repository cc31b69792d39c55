import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { type ClientView, clientViews, type Overview, overviews } from '../lib/addresses.ts';
import { clientScreens, overviewScreens } from './screens.ts';
import { ScreenError } from './shell/ScreenError.tsx';
import { ShellContainer } from './shell/ShellContainer.tsx';
import { Start } from './shell/Start.tsx';

const root = createRootRoute({ component: ShellContainer, notFoundComponent: Start });

const start = createRoute({ getParentRoute: () => root, path: '/', component: Start });

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('../features/settings/SettingsScreen.tsx')),
});

const overviewRoutes = overviews.flatMap((view: Overview) => {
  const load = overviewScreens[view];
  if (!load) return [];
  return createRoute({ getParentRoute: () => root, path: `/${view}`, component: lazyRouteComponent(load) });
});

const clientRoutes = clientViews.flatMap((view: ClientView) => {
  const load = clientScreens[view];
  if (!load) return [];
  return createRoute({
    getParentRoute: () => root,
    path: `/client/$clientId/${view}`,
    component: lazyRouteComponent(load),
    // Another client is another screen: nothing of the first one's state stays.
    remountDeps: ({ params }) => params,
  });
});

/** All screens and where they live; addresses are hashes, so that one file serves them all. */
export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren([start, settings, ...overviewRoutes, ...clientRoutes]),
    history: createHashHistory(),
    defaultErrorComponent: ScreenError,
    defaultPendingMs: 1_000,
  });
}
