/** What a change can be about. The renderer, the tray, reminders and sync listen by topic. */
export const topics = [
  'clients',
  'tasks',
  'time',
  'focus',
  'accounts',
  'calendar',
  'files',
  'vault',
  'reminders',
  'billing',
  'settings',
  'undo',
  'import',
  'importing',
  'issuing',
  'exporting',
] as const;

export type Topic = (typeof topics)[number];

/** One committed change. `clientId` is null when it concerns no client or several. */
export interface Change {
  readonly topic: Topic;
  readonly clientId: string | null;
}
