import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { clientHref, go, overviewHref, overviews, settingsHref } from '../../lib/addresses.ts';
import { useRead } from '../../lib/queries.ts';
import { readAddress } from '../hash-history.ts';
import { overviewScreens } from '../screens.ts';

/**
 * Where the app opens: the day across clients, or the first client's board in a build without that view. An empty
 * workspace never gets here, it sees the first screen.
 */
export function Start() {
  const { data: clients } = useRead('clients.list');
  const path = useLocation({ select: (location) => location.pathname });
  useEffect(() => {
    // While another screen is being fetched this one still stands; it must not call the person back. The router hears
    // of a new address a moment after it stands there, so that is asked too.
    if (!clients || isOnTheWay(path) || isOnTheWay(readAddress(window.location.hash).pathname)) return;
    const [first] = clients;
    if (overviewScreens.today) go(overviewHref('today'));
    else go(first ? clientHref(first.id) : settingsHref());
  }, [clients, path]);
  return null;
}

function isOnTheWay(path: string): boolean {
  return /^\/(settings|client)\//.test(path) || overviews.some((view) => path === `/${view}`);
}
