import { useEffect } from 'react';
import { go, overviewHref, settingsHref } from '../../lib/addresses.ts';
import { useRead } from '../../lib/queries.ts';
import { overviewScreens } from '../screens.ts';

/** Where the app opens: the day across clients. (An empty workspace never gets here, it sees the first screen.) */
export function Start() {
  const { data: clients } = useRead('clients.list');
  useEffect(() => {
    if (clients) go(overviewScreens.today ? overviewHref('today') : settingsHref());
  }, [clients]);
  return null;
}
