import { afterEach, beforeEach, expect } from 'vitest';
import { googleSetup } from '#main/google/setup.ts';
import type { AccountView } from '#shared/ipc/accounts.ts';
import { MemoryCredentialStore } from '#test/support/credential-store.ts';
import { openServices, type TestServices } from '#test/support/services.ts';
import { type FakeGoogle, startFakeGoogle } from '../index.ts';
import { loopbackOnly } from './loopback-only.ts';

export const VA = 'va@example.com';
export const OTHER = 'other@example.com';

/** The app's own services and two people at Google, fresh for each test of a file. */
export class ServicesScene {
  google!: FakeGoogle;
  services!: TestServices;
  credentials!: MemoryCredentialStore;
  #rank = 0;

  constructor() {
    beforeEach(async () => {
      loopbackOnly();
      this.google = await startFakeGoogle({ seed: 21 });
      this.google.addUser(VA, 'Vera');
      this.google.addUser(OTHER);
      this.google.oauth.consent.email = VA;
      this.credentials = new MemoryCredentialStore();
      const setup = googleSetup(this.google.url, false, {
        open: () => Promise.reject(new Error('no browser here')),
      });
      this.services = openServices({
        google: setup,
        opener: setup.opener,
        credentials: this.credentials,
      });
    });
    afterEach(async () => {
      await this.services.app.stop();
      this.services.close();
      await this.google.stop();
    });
  }

  /** The one account, once its first round is over. */
  settled = async (): Promise<AccountView> => {
    await expect
      .poll(async () => {
        const [account] = (await this.services.call('accounts.list')).accounts;
        return (
          account !== undefined && account.run === null && (account.succeededAt ?? account.problem) !== null
        );
      })
      .toBe(true);
    const [account] = (await this.services.call('accounts.list')).accounts;
    if (!account) throw new Error('no account');
    return account;
  };

  connect = async () => (await this.services.call('accounts.connect')).accountId;

  addClient = (name: string): string => {
    this.#rank += 1;
    const id = `01930000-0000-7000-8000-0000000f000${this.#rank % 10}`;
    this.services.store.sql
      .prepare(
        `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
       VALUES (?, ?, 'AA', 1, 'Europe/London', '[]', 'en', 'EUR', 1, 1)`,
      )
      .run(id, name);
    return id;
  };

  calendarNamed = async (name: string) => {
    const found = (await this.services.call('calendar.calendars')).find((c) => c.name === name);
    if (!found) throw new Error(`no calendar ${name}`);
    return found;
  };
}
