import { type ClientView, clientViews, type Overview, overviews } from '../../lib/addresses.ts';

/** Where in the app a person is. */
export type Place =
  | { readonly kind: 'client'; readonly clientId: string; readonly view: ClientView }
  | { readonly kind: 'overview'; readonly view: Overview }
  | { readonly kind: 'settings'; readonly section: string };

/** Reads the router's path; what it does not know is the day's overview. */
export function placeOf(path: string): Place {
  const [, first = '', second = '', third = ''] = path.split('/').map(decodeURIComponent);
  if (first === 'settings') return { kind: 'settings', section: second };
  if (first === 'import') return { kind: 'settings', section: first };
  if (first === 'client') {
    const view = clientViews.find((known) => known === third) ?? 'board';
    return { kind: 'client', clientId: second, view };
  }
  return { kind: 'overview', view: overviews.find((known) => known === first) ?? 'today' };
}
