import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  subject: text('subject').notNull(),
  email: text('email').notNull(),
  name: text('name').notNull().default(''),
  state: text('state', { enum: ['connected', 'reconnect'] })
    .notNull()
    .default('connected'),
  readsCalendar: integer('reads_calendar', { mode: 'boolean' }).notNull(),
  readsFiles: integer('reads_files', { mode: 'boolean' }).notNull(),
  calendarsCursor: text('calendars_cursor'),
  filesGeneration: integer('files_generation').notNull().default(0),
  filesListedAt: integer('files_listed_at'),
  filesFolders: text('files_folders').notNull().default(''),
  succeededAt: integer('succeeded_at'),
  problem: text('problem'),
  problemAt: integer('problem_at'),
  sample: integer('sample', { mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
});

export const calendars = sqliteTable('calendars', {
  seq: integer('seq').primaryKey(),
  id: text('id').notNull(),
  accountId: text('account_id').notNull(),
  clientId: text('client_id'),
  remoteId: text('remote_id').notNull(),
  name: text('name').notNull(),
  zone: text('zone').notNull(),
  color: text('color'),
  role: text('role', { enum: ['owner', 'writer', 'reader', 'busy'] }).notNull(),
  isPrimary: integer('is_primary', { mode: 'boolean' }).notNull(),
  state: text('state', { enum: ['present', 'lost'] })
    .notNull()
    .default('present'),
  cursor: text('cursor'),
  generation: integer('generation').notNull().default(0),
  listedAt: integer('listed_at'),
  problem: text('problem'),
});

export const events = sqliteTable('events', {
  seq: integer('seq').primaryKey(),
  calendar: integer('calendar').notNull(),
  generation: integer('generation').notNull(),
  remoteId: text('remote_id').notNull(),
  etag: text('etag').notNull(),
  kind: text('kind', { enum: ['single', 'master', 'exception'] }).notNull(),
  masterId: text('master_id'),
  originalKey: text('original_key'),
  cancelled: integer('cancelled', { mode: 'boolean' }).notNull(),
  title: text('title').notNull(),
  location: text('location').notNull(),
  description: text('description').notNull(),
  startsAt: integer('starts_at'),
  endsAt: integer('ends_at'),
  startDate: text('start_date'),
  endDate: text('end_date'),
  zone: text('zone'),
  recurrence: text('recurrence').notNull(),
  tentative: integer('tentative', { mode: 'boolean' }).notNull(),
  busy: integer('busy', { mode: 'boolean' }).notNull(),
  meetingUrl: text('meeting_url'),
  webUrl: text('web_url'),
  details: text('details'),
  updatedAt: integer('updated_at').notNull(),
});

export const driveCursors = sqliteTable(
  'drive_cursors',
  {
    accountId: text('account_id').notNull(),
    driveId: text('drive_id').notNull(),
    cursor: text('cursor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.driveId] })],
);

export const driveFolders = sqliteTable('drive_folders', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  clientId: text('client_id').notNull(),
  remoteId: text('remote_id').notNull(),
  driveId: text('drive_id').notNull(),
  name: text('name').notNull(),
  state: text('state', { enum: ['new', 'present', 'lost'] })
    .notNull()
    .default('new'),
  createdAt: integer('created_at').notNull(),
});

export const driveFiles = sqliteTable('drive_files', {
  seq: integer('seq').primaryKey(),
  accountId: text('account_id').notNull(),
  generation: integer('generation').notNull(),
  remoteId: text('remote_id').notNull(),
  parentId: text('parent_id').notNull(),
  name: text('name').notNull(),
  mimeType: text('mime_type').notNull(),
  isFolder: integer('is_folder', { mode: 'boolean' }).notNull(),
  size: integer('size'),
  modifiedAt: integer('modified_at').notNull(),
  modifiedBy: text('modified_by').notNull(),
  version: text('version').notNull(),
  md5: text('md5'),
  webUrl: text('web_url'),
  shortcutTarget: text('shortcut_target'),
});

export const driveFeed = sqliteTable('drive_feed', {
  seq: integer('seq').primaryKey(),
  folderId: text('folder_id').notNull(),
  remoteId: text('remote_id').notNull(),
  name: text('name').notNull(),
  isFolder: integer('is_folder', { mode: 'boolean' }).notNull(),
  what: text('what', { enum: ['added', 'changed', 'renamed', 'moved', 'removed'] }).notNull(),
  by: text('by').notNull(),
  at: integer('at').notNull(),
});

export const filesLooked = sqliteTable('files_looked', {
  clientId: text('client_id').primaryKey(),
  at: integer('at').notNull(),
});
