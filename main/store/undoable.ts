/** Tables whose changes by a person Ctrl+Z takes back. Each has an `id`. Never tables of issued invoices or of sync. */
export const undoableTables: readonly string[] = [
  'clients',
  'contacts',
  'channels',
  'board_columns',
  'tasks',
  'checklist_items',
  'task_links',
  'task_history',
  'board_views',
  'time_entries',
  'credentials',
  'calendars',
  'drive_folders',
];
