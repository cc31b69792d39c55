import { accountsContract } from './accounts.ts';
import { appContract } from './app.ts';
import { auditContract } from './audit.ts';
import { backupContract, type recoveryContract } from './backup.ts';
import { billingContract } from './billing.ts';
import { agreementsContract } from './billing-agreements.ts';
import { creditsContract } from './billing-credits.ts';
import { einvoiceContract } from './billing-einvoice.ts';
import { expensesContract } from './billing-expenses.ts';
import { billingExportsContract } from './billing-exports.ts';
import { paymentsContract } from './billing-payments.ts';
import { ratesContract } from './billing-rates.ts';
import { billingReportsContract } from './billing-reports.ts';
import { retainersContract } from './billing-retainers.ts';
import { writeOffsContract } from './billing-write-offs.ts';
import { boardContract } from './board.ts';
import { calendarContract } from './calendar.ts';
import { clientsContract } from './clients.ts';
import { filesContract } from './files.ts';
import { focusContract } from './focus.ts';
import { globalKeyContract } from './global-key.ts';
import { importContract } from './import.ts';
import type { InputOf, OutputOf } from './method.ts';
import { remindersContract } from './reminders.ts';
import { reportsContract } from './reports.ts';
import { sampleContract } from './sample.ts';
import { settingsContract } from './settings.ts';
import { tasksContract } from './tasks.ts';
import { timeContract } from './time.ts';
import { timeTermsContract } from './time-terms.ts';
import { vaultContract } from './vault.ts';
import { workKindsContract } from './work-kinds.ts';

/** Everything the renderer may ask of the main process. There is no other door. */
export const contract = {
  ...appContract,
  ...backupContract,
  ...sampleContract,
  ...settingsContract,
  ...globalKeyContract,
  ...clientsContract,
  ...timeContract,
  ...focusContract,
  ...timeTermsContract,
  ...workKindsContract,
  ...reportsContract,
  ...auditContract,
  ...vaultContract,
  ...remindersContract,
  ...boardContract,
  ...tasksContract,
  ...billingContract,
  ...einvoiceContract,
  ...agreementsContract,
  ...creditsContract,
  ...paymentsContract,
  ...expensesContract,
  ...billingExportsContract,
  ...billingReportsContract,
  ...ratesContract,
  ...retainersContract,
  ...writeOffsContract,
  ...accountsContract,
  ...calendarContract,
  ...filesContract,
  ...importContract,
};

export type Contract = typeof contract;
/** The contract, and what is answered instead while the workspace cannot be opened. */
type Callable = Contract & typeof recoveryContract;
export type MethodName = keyof Callable;
export type Input<Name extends MethodName> = InputOf<Callable[Name]>;
export type Output<Name extends MethodName> = OutputOf<Callable[Name]>;

/** Calls without input take one argument, the others two. */
export type CallArguments<Name extends MethodName> =
  undefined extends Input<Name> ? [name: Name, input?: Input<Name>] : [name: Name, input: Input<Name>];
