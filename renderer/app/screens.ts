import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { EntryFilter } from '#shared/ipc/time.ts';
import { readToday } from '../features/today/reads.ts';
import type { ClientView, Overview } from '../lib/addresses.ts';
import { prefetchRead } from '../lib/queries.ts';

/** A file of its own, fetched when it is first needed; it gives the component by default. */
type Load = () => Promise<{ readonly default: ComponentType }>;

/** Views of one client; they learn which one by `useClientId`. */
export const clientScreens: Partial<Record<ClientView, Load>> = {
  board: () => import('../features/tasks/BoardScreen.tsx'),
  details: () => import('../features/clients/edit/EditClientView.tsx'),
  money: () => import('../features/billing/client/ClientMoneyScreen.tsx'),
  credentials: () => import('../features/vault/VaultScreen.tsx'),
  time: () => import('../features/time/ClientTimeScreen.tsx'),
  calendar: () => import('../features/calendar/CalendarScreen.tsx'),
  files: () => import('../features/files/FilesScreen.tsx'),
};

/** What a view cannot be drawn without; it is read while the view's file loads and before anything of it shows. */
export const clientReads: Partial<
  Record<ClientView, (queries: QueryClient, clientId: string) => Promise<void>>
> = {
  board: (queries, clientId) => prefetchRead(queries, 'board.get', { clientId }),
};

/** Views across all clients. */
export const overviewScreens: Partial<Record<Overview, Load>> = {
  money: () => import('../features/billing/overview/MoneyScreen.tsx'),
  today: () => import('../features/today/TodayScreen.tsx'),
  time: () => import('../features/time/AllTimeScreen.tsx'),
};

/** The same for a view across all clients. `now` in UTC milliseconds. */
export const overviewReads: Partial<Record<Overview, (queries: QueryClient, now: number) => Promise<void>>> =
  {
    today: readToday,
  };

/**
 * Parts of features that are always there once the first view stands: their dialogs, and the commands that open them
 * (`tasks.new`, `clients.add`, `time.switch`).
 */
export const hosts: ReadonlyArray<Load> = [
  () => import('./i18n/LiveLanguage.tsx'),
  () => import('./undo/UndoHost.tsx'),
  () => import('../features/clients/ClientsHost.tsx'),
  () => import('../features/tasks/TasksHost.tsx'),
  () => import('../features/time/timer/TimerHost.tsx'),
  () => import('../features/time/gaps/GapHost.tsx'),
  () => import('../features/reminders/RemindersHost.tsx'),
  () => import('../features/billing/BillingHost.tsx'),
  () => import('../features/import/ImportHost.tsx'),
];

/** Rounds of focus, in the timer bar. */
export const focusBar: Load = () => import('../features/focus/FocusBar.tsx');

/** What a view of the time screen that another feature shows is given. */
export interface TimeReportProps {
  readonly clientId: string | null;
  /** The choice of views, for the toolbar. */
  readonly views: ReactNode;
  /** What was asked last, kept while another view is open; null at first. */
  readonly kept: unknown;
  readonly onKeep: (asked: unknown) => void;
  /** Opens the list on the entries behind a sum. */
  readonly onList: (filter: EntryFilter) => void;
  /** Opens the audit, where what is not sorted is sorted. */
  readonly onAudit: () => void;
}

type LoadTimeReport = () => Promise<{ readonly default: ComponentType<TimeReportProps> }>;

/** Views of the time screen that add time up. */
export const timeReports: Readonly<Record<'report' | 'audit', LoadTimeReport>> = {
  report: () => import('../features/reports/report/ReportPane.tsx'),
  audit: () => import('../features/reports/audit/AuditPane.tsx'),
};

/** Sections of the settings, in order; the label is `settings:sections.<id>`. */
export const settingsSections: ReadonlyArray<{ readonly id: string; readonly load: Load }> = [
  { id: 'general', load: () => import('../features/settings/GeneralSection.tsx') },
  { id: 'timer', load: () => import('../features/settings/timer/TimerSection.tsx') },
  { id: 'details', load: () => import('../features/billing/details/DetailsSection.tsx') },
  { id: 'workKinds', load: () => import('../features/work-kinds/WorkKindsSection.tsx') },
  { id: 'reminders', load: () => import('../features/settings/RemindersSection.tsx') },
  { id: 'archived', load: () => import('../features/clients/archived/ArchivedClients.tsx') },
  { id: 'accounts', load: () => import('../features/accounts/AccountsSection.tsx') },
  { id: 'import', load: () => import('../features/import/ImportSection.tsx') },
  { id: 'backup', load: () => import('../features/settings/BackupSection.tsx') },
  { id: 'about', load: () => import('../features/settings/AboutSection.tsx') },
];
