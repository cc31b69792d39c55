/** Tabs of one client, in their order. */
export const clientTabs = ['board', 'time', 'calendar', 'files', 'money', 'credentials'] as const;

/** Views of one client: its tabs, and what its name leads to. */
export const clientViews = [...clientTabs, 'details'] as const;
export type ClientView = (typeof clientViews)[number];

/** Views across all clients. */
export const overviews = ['today', 'time', 'money'] as const;
export type Overview = (typeof overviews)[number];

/** Address of a client's view, for `href`. With a task it opens that task's panel. */
export function clientHref(clientId: string, view: ClientView = 'board', taskId?: string): string {
  const query = taskId ? `?task=${encodeURIComponent(taskId)}` : '';
  return `#/client/${encodeURIComponent(clientId)}/${view}${query}`;
}

export function overviewHref(view: Overview = 'today'): string {
  return `#/${view}`;
}

export function settingsHref(section = 'general'): string {
  return `#/settings/${section}`;
}

/** Where time is imported from other trackers. */
export function importHref(): string {
  return '#/import';
}

/** Asks the router to go to the address in `detail`; `app/navigation.ts` listens. */
export const goEvent = 'clientele:go';

/** Goes to an address from code, as a click on a link would: a form with unsaved changes asks first. */
export function go(href: string): void {
  const heard = !window.dispatchEvent(new CustomEvent(goEvent, { detail: href, cancelable: true }));
  if (!heard) window.location.hash = href;
}
