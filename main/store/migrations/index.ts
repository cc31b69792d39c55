import type { Migration } from '../migrate.ts';
import { clients } from './0001-clients.ts';
import { tasks } from './0002-tasks.ts';
import { time } from './0003-time.ts';
import { vault } from './0004-vault.ts';
import { google } from './0005-google.ts';
import { billing } from './0006-billing.ts';
import { reminders } from './0007-reminders.ts';
import { timeEvidence } from './0008-time-evidence.ts';
import { gapSubjects } from './0009-gap-subjects.ts';
import { imports } from './0010-imports.ts';
import { audit } from './0011-audit.ts';
import { timeByWork } from './0012-time-by-work.ts';
import { invoices } from './0013-invoices.ts';
import { focus } from './0014-focus.ts';
import { agreements } from './0015-agreements.ts';
import { einvoices } from './0016-einvoices.ts';
import { writeOffs } from './0017-write-offs.ts';
import { replaceGuards } from './0018-replace-guards.ts';
import { logos } from './0019-logos.ts';
import { draftLines } from './0020-draft-lines.ts';
import { expenseWriteOffs } from './0021-expense-write-offs.ts';
import { unbilled } from './0022-unbilled.ts';
import { taskWriteOffs } from './0023-task-write-offs.ts';
import { timeByKind } from './0024-time-by-kind.ts';
import { sampleRounds } from './0025-sample-rounds.ts';
import { completedZone } from './0026-completed-zone.ts';
import { replaceUpdates } from './0027-replace-updates.ts';
import { taskZones } from './0028-task-zones.ts';
import { ownTax } from './0029-own-tax.ts';
import { lateRelease } from './0030-late-release.ts';
import { rowNumbers } from './0031-row-numbers.ts';
import { lineTax } from './0032-line-tax.ts';

/** In order, without gaps; once released, a migration is never edited. */
export const migrations: readonly Migration[] = [
  clients,
  tasks,
  time,
  vault,
  google,
  billing,
  reminders,
  timeEvidence,
  gapSubjects,
  imports,
  audit,
  timeByWork,
  invoices,
  focus,
  agreements,
  einvoices,
  writeOffs,
  replaceGuards,
  logos,
  draftLines,
  expenseWriteOffs,
  unbilled,
  taskWriteOffs,
  timeByKind,
  sampleRounds,
  completedZone,
  replaceUpdates,
  taskZones,
  ownTax,
  lateRelease,
  rowNumbers,
  lineTax,
];
