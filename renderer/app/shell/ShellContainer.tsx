import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { call } from '../../lib/api.ts';
import { useRead } from '../../lib/queries.ts';
import { HeaderContainer } from './HeaderContainer.tsx';
import { Hosts } from './Hosts.tsx';
import { placeOf } from './place.ts';
import { RailContainer } from './RailContainer.tsx';
import { Shell } from './Shell.tsx';
import { ShellCommands } from './ShellCommands.tsx';
import { TimerBarContainer } from './TimerBarContainer.tsx';
import { useGoneClient } from './use-gone-client.ts';
import { useNewDay } from './use-new-day.ts';
import { usePassedErrors } from './use-passed-errors.ts';

const FirstRunContainer = lazy(() => import('../first-run/FirstRunContainer.tsx'));

/** The frame around every screen, or the first screen while the workspace is empty. */
export function ShellContainer() {
  const place = placeOf(useLocation({ select: (location) => location.pathname }));
  const { data: clients } = useRead('clients.list');
  useEffect(() => void call('app.ready'), []);
  useGoneClient(place);
  useNewDay();
  usePassedErrors();
  const empty = clients?.length === 0 && place.kind !== 'settings';
  return (
    <>
      <ShellCommands place={place} />
      <Hosts />
      {empty ? (
        <Suspense>
          <FirstRunContainer />
        </Suspense>
      ) : (
        <Shell
          rail={<RailContainer place={place} />}
          header={<HeaderContainer place={place} />}
          timer={<TimerBarContainer />}
        >
          <Outlet />
        </Shell>
      )}
    </>
  );
}
