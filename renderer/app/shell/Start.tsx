import { useEffect } from 'react';
import { clientHref, go, overviewHref, settingsHref } from '../../lib/addresses.ts';
import { useRead } from '../../lib/queries.ts';
import { overviewScreens } from '../screens.ts';

/**
 * Where the app opens: the day across clients, or the first client's board in a build without that view. An empty
 * workspace never gets here, it sees the first screen.
 */
export function Start() {
  const { data: clients } = useRead('clients.list');
  useEffect(() => {
    if (!clients) return;
    const [first] = clients;
    if (overviewScreens.today) go(overviewHref('today'));
    else go(first ? clientHref(first.id) : settingsHref());
  }, [clients]);
  return null;
}
