import { type Billing, createBilling } from '#main/features/billing/service.ts';
import { createDocumentWords, createWords } from '#main/platform/words.ts';
import type { IdSource } from '#main/ports/id-source.ts';
import type { SettingsShape } from '#main/ports/settings.ts';
import type { Store } from '#main/store/store.ts';
import type { RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { preferencesSchema } from '#shared/domain/preferences.ts';
import type { billingContract } from '#shared/ipc/billing.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import { FakeFiles, FakePrinter, FakeViewer } from './billing.ts';
import { CountingIds, FakeClock } from './clock.ts';
import { FakePicker } from './picker.ts';
import { openTestStore } from './store.ts';

export const ownProfile: InputOf<(typeof billingContract)['billing.saveProfile']> = {
  name: 'Sample Assistant',
  trade: 'Virtual assistance',
  address: 'Sample street 1\n10000 Sample town',
  email: 'me@sample.example',
  phone: '',
  vatId: 'EE000000000',
  taxNumber: '',
  paymentDetails: 'Sample Assistant\nEE00 0000 0000 0000 0000',
  paymentDays: 14,
  tax: { category: 'none', rate: 0 },
  taxNote: '',
};

interface EntryOptions {
  readonly start: string;
  readonly seconds: number;
  readonly taskId?: string | null;
  readonly note?: string;
  readonly zone?: string;
  readonly billable?: 0 | 1;
}

interface Terms {
  readonly validFrom: string;
  readonly currency?: string;
  readonly rate: number;
}

/** Billing over a real store, with a client, its column and its tasks put in by hand. */
export interface BillingScene {
  readonly store: Store;
  readonly billing: Billing;
  readonly clock: FakeClock;
  readonly printer: FakePrinter;
  readonly files: FakeFiles;
  readonly viewer: FakeViewer;
  readonly picker: FakePicker;
  /** Addresses that were opened in other programs. */
  readonly opened: readonly string[];
  readonly ids: IdSource;
  /** Hourly terms for all work of a client from a day on; with `termsId` that version is corrected. */
  rate(clientId: string, terms: Terms & { termsId?: string }): { agreementId: string; termsId: string };
  client(options?: { name?: string; currency?: string; language?: string; rate?: number | null }): string;
  task(clientId: string, title: string): string;
  /** How the client's hours are rounded from now on. */
  round(clientId: string, terms: RoundingTerms): void;
  entry(clientId: string, options: EntryOptions): string;
  /** All work of `from`..`to` on a new draft. */
  draft(clientId: string, grouping?: 'task' | 'day' | 'one'): string;
}

export function openBillingScene(file?: string, ids: IdSource = new CountingIds()): BillingScene {
  const store = openTestStore(file);
  const clock = new FakeClock();
  const printer = new FakePrinter();
  const files = new FakeFiles();
  const viewer = new FakeViewer();
  const opened: string[] = [];
  const picker = new FakePicker();
  const settings: SettingsShape = { ...preferencesSchema.parse({}), window: null, timerKey: null };
  const billing = createBilling(store, {
    clock,
    ids,
    words: createWords(() => 'en'),
    documentWords: createDocumentWords(),
    pdf: printer,
    files,
    viewer,
    picker,
    opener: { open: async (url) => void opened.push(url) },
    settings: { get: (key) => settings[key] },
  });
  const run = (text: string, ...values: unknown[]) => store.sql.prepare(text).run(...values);
  const scene: BillingScene = {
    store,
    billing,
    clock,
    printer,
    files,
    viewer,
    opened,
    picker,
    ids,
    client({ name = 'Sample Client', currency = 'EUR', language = 'en', rate = 4500 } = {}) {
      const id = ids.next();
      run(
        `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
         VALUES (?, ?, 'SC', 1, 'Europe/Oslo', '[]', ?, ?, 1, 1)`,
        id,
        name,
        language,
        currency,
      );
      run(
        `INSERT INTO board_columns (id, client_id, name, kind, rank) VALUES (?, ?, 'To do', 'todo', 'a0')`,
        `col-${id}`,
        id,
      );
      if (rate !== null) scene.rate(id, { validFrom: '2026-01-01', currency, rate });
      billing.parties.saveParty({
        clientId: id,
        legalName: `${name} AS`,
        contact: '',
        address: 'Client road 2\n0250 Oslo',
        vatId: '',
        email: '',
        paymentDays: 30,
      });
      return id;
    },
    rate(clientId, { validFrom, currency = 'EUR', rate, termsId }) {
      const found = billing.agreements
        .of(clientId)
        .find(({ kind, workKinds }) => kind === 'hourly' && !workKinds);
      return billing.agreements.save({
        clientId,
        agreementId: found?.id ?? null,
        termsId: termsId ?? null,
        kind: 'hourly',
        title: '',
        workKinds: null,
        validFrom,
        currency,
        rate,
        terms: { kindRates: {} },
      });
    },
    round(clientId, { rounding, minutes, per }) {
      run(
        `INSERT OR REPLACE INTO time_terms (id, rounding, rounding_minutes, rounding_per, updated_at)
         VALUES (?, ?, ?, ?, 1)`,
        clientId,
        rounding,
        minutes,
        per,
      );
    },
    task(clientId, title) {
      const id = ids.next();
      run(
        `INSERT INTO tasks (id, client_id, column_id, rank, title, created_at, updated_at)
         VALUES (?, ?, ?, 'a0', ?, 1, 1)`,
        id,
        clientId,
        `col-${clientId}`,
        title,
      );
      return id;
    },
    entry(clientId, { start, seconds, taskId = null, note = '', zone = 'Europe/Tallinn', billable = 1 }) {
      const id = ids.next();
      const at = Date.parse(start);
      run(
        `INSERT INTO time_entries (id, client_id, task_id, note, started_at, ended_at, zone, source, billable,
           created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'manual', ?, 1, 1)`,
        id,
        clientId,
        taskId,
        note,
        at,
        at + seconds * 1000,
        zone,
        billable,
      );
      return id;
    },
    draft(clientId, grouping = 'task') {
      return billing.drafts.create({ clientId, from: '2026-01-01', to: '2026-12-31', grouping }).invoiceId;
    },
  };
  billing.parties.saveProfile(ownProfile);
  return scene;
}
