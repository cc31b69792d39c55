/**
 * Tables whose changes by a person Ctrl+Z takes back. Each has an `id`. Never tables of sync.
 * Invoices are here for their drafts: once issued, their own triggers refuse every change, an undo included.
 */
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
  'imported_rows',
  'time_gaps',
  'time_terms',
  'work_kinds',
  'audit_decisions',
  'credentials',
  'calendars',
  'drive_folders',
  'agreements',
  'business_profile',
  'billing_parties',
  'invoices',
  'invoice_lines',
  'invoice_line_entries',
  'invoice_line_sources',
  'expenses',
  'payments',
  'invoice_write_offs',
];
