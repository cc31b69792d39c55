import { z } from 'zod';
import { id, requiredText, text } from './fields.ts';
import { read, write } from './method.ts';

/** Why an account is not up to date; each has a text `settings:accounts.problem.<code>`. */
export type AccountProblem = string;

export interface SyncRunView {
  readonly phase: 'calendars' | 'events' | 'files';
  /** Events or files seen so far in this phase. */
  readonly seen: number;
  readonly done: number;
  /** Calendars to go through; null where it is not known. */
  readonly total: number | null;
}

export interface AccountView {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly state: 'connected' | 'reconnect';
  /** What was granted; a person may leave boxes unticked at Google. */
  readonly readsCalendar: boolean;
  readonly readsFiles: boolean;
  /** Null when nothing runs. */
  readonly run: SyncRunView | null;
  /** Last round that ended well, milliseconds since 1970 UTC. */
  readonly succeededAt: number | null;
  readonly problem: AccountProblem | null;
  readonly problemAt: number | null;
  /** How many calendars and folders of it are assigned to clients. */
  readonly calendars: number;
  readonly folders: number;
  readonly sample: boolean;
}

export interface AccountsView {
  /** False until there is an OAuth client to sign in with: see `accounts.useClient`. */
  readonly ready: boolean;
  /** Without the keychain nobody can be signed in, and nothing is synced. */
  readonly keychain: 'available' | 'unavailable';
  /** Whether the browser is open and waited for. */
  readonly connecting: boolean;
  readonly accounts: readonly AccountView[];
}

const byAccount = z.strictObject({ accountId: id });

export const accountsContract = {
  'accounts.list': read<AccountsView>()(z.undefined(), ['accounts', 'calendar', 'files']),
  /** An OAuth client of the person's own, type "Desktop app". The secret goes to the keychain. */
  'accounts.useClient': write()(
    z.strictObject({
      id: requiredText(300).regex(/^[\w.-]+\.apps\.googleusercontent\.com$/, 'google.clientId'),
      secret: text(300),
    }),
  ),
  /** Opens the browser and answers when the person is back; a second call while one waits is a `conflict`. */
  'accounts.connect': write<{ readonly accountId: string }>()(z.undefined()),
  'accounts.cancelConnect': write()(z.undefined()),
  /** The same for an account that Google no longer accepts. Refuses another person's sign-in. */
  'accounts.reconnect': write()(byAccount),
  /** Removes the account with its copies of events and files, and the grant at Google. Nothing at Google is deleted. */
  'accounts.remove': write()(byAccount),
  /** Starts a round; without an account, over all. Answers at once; progress comes with `accounts.list`. */
  'accounts.sync': write()(z.strictObject({ accountId: id.nullable() })),
  'accounts.cancelSync': write()(byAccount),
};
