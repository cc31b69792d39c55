import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const auditDecisions = sqliteTable('audit_decisions', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  subject: text('subject', { enum: ['kind', 'task'] }).notNull(),
  workKindId: text('work_kind_id'),
  taskId: text('task_id'),
  fromDate: text('from_date').notNull(),
  toDate: text('to_date').notNull(),
  decision: text('decision', { enum: ['keep', 'standardise', 'hand_back'] }),
  note: text('note').notNull().default(''),
  decidedAt: integer('decided_at').notNull(),
});
