import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServices, type TestServices } from '#test/support/services.ts';

let app: TestServices;
let clientId: string;
beforeEach(async () => {
  app = openServices();
  ({ clientId } = await app.call('clients.add', { name: 'Sample client' }));
});
afterEach(() => app.close());

const someId = '01930000-0000-7000-8000-0000000000ff';
const profile = {
  name: '',
  trade: '',
  address: '',
  email: '',
  phone: '',
  vatId: '',
  taxNumber: '',
  paymentDetails: '',
  paymentDays: 14,
  tax: { category: 'none', rate: 0 },
  taxNote: '',
};
const rate = {
  agreementId: null,
  termsId: null,
  kind: 'hourly',
  title: '',
  workKinds: null,
  validFrom: '2026-11-01',
  currency: 'EUR',
  rate: 4500,
  terms: { kindRates: {} },
} as const;
const retainer = {
  ...rate,
  kind: 'retainer',
  terms: { seconds: 72_000, cycleDay: 1, carryCap: 0, carryCycles: 0, overageRate: 4500, fee: 'advance' },
} as const;

const refused: readonly [name: string, input: Record<string, unknown>, field: string, reason: string][] = [
  ['billing.saveAgreement', { ...rate, rate: 0 }, 'rate', 'agreement.rateZero'],
  ['billing.saveAgreement', { ...rate, rate: -4500 }, 'rate', 'agreement.rateZero'],
  ['billing.saveAgreement', { ...rate, rate: 45.5 }, 'rate', 'field.amount'],
  ['billing.saveAgreement', { ...rate, rate: 2e9 }, 'rate', 'agreement.rateTooHigh'],
  ['billing.saveAgreement', { ...rate, currency: 'XXX' }, 'currency', 'field.currency'],
  ['billing.saveAgreement', { ...rate, validFrom: '2026-02-30' }, 'validFrom', 'field.date'],
  ['billing.saveAgreement', { ...rate, validFrom: '1026-02-03' }, 'validFrom', 'agreement.dateTooFar'],
  ['billing.saveAgreement', { ...rate, workKinds: [] }, 'workKinds', 'agreement.noKinds'],
  [
    'billing.saveAgreement',
    { ...retainer, terms: { ...retainer.terms, seconds: -3600 } },
    'terms.seconds',
    'agreement.hours',
  ],
  [
    'billing.createDraft',
    { from: '2026-11-02', to: '2026-11-01', grouping: 'task' },
    'to',
    'field.periodOrder',
  ],
  ['billing.saveParty', { ...profile, email: 'nobody' }, 'email', 'field.email'],
];

describe('bad input', () => {
  it.each(refused)('to %s is told at its field', async (name, input, field, reason) => {
    const party = { legalName: '', contact: '', address: '', vatId: '', email: 'nobody', paymentDays: null };
    const answer = await app.envelope(
      name,
      name === 'billing.saveParty' ? { clientId, ...party } : { clientId, ...input },
    );
    expect(answer).toMatchObject({
      ok: false,
      code: 'invalid_input',
      details: { fields: { [field]: reason } },
    });
  });

  it('to my details and the number series is told at its field', async () => {
    const save = (part: object) => app.envelope('billing.saveProfile', { ...profile, ...part });
    const fields = (reason: Record<string, string>) => ({ ok: false, details: { fields: reason } });
    expect(await save({ paymentDays: 400 })).toMatchObject(fields({ paymentDays: 'field.days' }));
    expect(await save({ vatId: '<b>' })).toMatchObject(fields({ vatId: 'field.vatId' }));
    expect(await save({ tax: { category: 'none', rate: 5 } })).toMatchObject(
      fields({ 'tax.rate': 'field.percent' }),
    );
    expect(await save({ tax: { category: 'standard', rate: 100_001 } })).toMatchObject(
      fields({ 'tax.rate': 'field.percent' }),
    );
    expect(await save({ name: 'x'.repeat(201) })).toMatchObject(fields({ name: 'field.tooLong' }));
    const series = await app.envelope('billing.saveSeries', {
      ...{ document: 'invoice', shared: false },
      ...{ scope: 'year', pattern: '{NNN}', next: 1 },
    });
    expect(series).toMatchObject(fields({ pattern: 'series.needsYear' }));
  });

  it('names what is not there', async () => {
    for (const [name, input] of [
      ['billing.invoice', { invoiceId: someId }],
      ['billing.issue', { invoiceId: someId }],
      ['billing.discardDraft', { invoiceId: someId }],
      ['billing.removeLine', { lineId: someId }],
      ['billing.saveAgreement', { clientId: someId, ...rate }],
      ['billing.createDraft', { clientId: someId, from: '2026-11-01', to: '2026-11-02', grouping: 'day' }],
    ] as const)
      expect(await app.envelope(name, input), name).toMatchObject({ ok: false, code: 'not_found' });
  });
});

/** A draft of the test's own client. */
async function draftOwn(): Promise<string> {
  const { invoiceId } = await app.call('billing.createDraft', {
    clientId,
    from: '2026-11-01',
    to: '2026-11-30',
    grouping: 'task',
  });
  await app.call('billing.addLine', { invoiceId, text: 'Courier', quantity: 1000, unit: 3850 });
  return invoiceId;
}

/** Who issues, without tax. */
const saveOwnProfile = () =>
  app.call('billing.saveProfile', {
    ...profile,
    tax: { category: 'none', rate: 0 },
    name: 'Me',
    address: 'Here',
    paymentDetails: 'Bank',
  });

async function issueOwn(invoiceId: string): Promise<void> {
  await saveOwnProfile();
  const party = {
    legalName: 'Client',
    contact: '',
    address: 'There',
    vatId: '',
    email: '',
    paymentDays: null,
  };
  await app.call('billing.saveParty', { clientId, ...party });
  await app.call('billing.issue', { invoiceId });
}

describe('deleting a client', () => {
  it('takes drafts and rates along and brings them back, but never goes past an issued invoice', async () => {
    await app.call('billing.saveAgreement', { clientId, ...rate });
    const invoiceId = await draftOwn();
    const before = await app.call('billing.invoice', { invoiceId });
    await app.call('clients.delete', { clientId });
    expect(await app.envelope('billing.invoice', { invoiceId })).toMatchObject({ code: 'not_found' });
    await app.call('undo.undo');
    expect(await app.call('billing.invoice', { invoiceId })).toEqual(before);

    await issueOwn(invoiceId);
    expect(await app.envelope('clients.delete', { clientId })).toMatchObject({
      ok: false,
      details: { reason: 'client.billed' },
    });
    expect(await app.call('billing.invoice', { invoiceId })).toMatchObject({ state: 'issued' });
  });
});

describe('sample data', () => {
  /** Issues an invoice to a client of the sample; returns both ids. */
  async function billSample() {
    await app.call('sample.install');
    const overview = await app.call('billing.overview');
    const row = overview.unbilled.find(({ seconds, from }) => seconds > 0 && from !== null);
    await saveOwnProfile();
    const period = { from: row?.from ?? '', to: row?.to ?? '' };
    const { invoiceId } = await app.call('billing.createDraft', {
      clientId: row?.clientId ?? '',
      ...period,
      grouping: 'task',
    });
    await app.call('billing.issue', { invoiceId });
    return { invoiceId, sampleId: row?.clientId ?? '' };
  }

  const guards = () =>
    app.store.sql.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").all();

  it('goes in one step, with what was issued to it: numbers begin anew and every guard is back', async () => {
    const before = guards();
    const { invoiceId } = await billSample();
    const { issueDate } = await app.call('billing.invoice', { invoiceId });
    const payment = { id: null, invoiceId, paidOn: issueDate ?? '', amount: 100, note: '' };
    await app.call('billing.savePayment', payment);
    const { lines } = await app.call('billing.creditable', { invoiceId });
    const credit = await app.call('billing.createCredit', {
      invoiceId,
      lines: lines.map(({ id }) => ({ lineId: id, net: null })),
      givesBack: true,
    });
    await app.call('billing.issue', credit);
    expect(await app.call('sample.kept')).toBe(0);
    await app.call('sample.remove');
    expect(await app.call('clients.list')).toMatchObject([{ id: clientId }]);
    expect(await app.call('billing.invoices', { clientId: null })).toEqual([]);
    expect(app.store.sql.prepare('SELECT next - first FROM number_counters').pluck().all()).toEqual([0, 0]);
    expect(app.store.sql.pragma('foreign_key_check')).toEqual([]);
    expect(guards()).toEqual(before);
    expect(app.store.sql.pragma('ignore_check_constraints', { simple: true })).toBe(0);
  });

  it('leaves archived whom numbers were given to, once a real client’s number follows', async () => {
    const { invoiceId, sampleId } = await billSample();
    await app.call('billing.saveAgreement', { clientId, ...rate });
    await issueOwn(await draftOwn());
    expect(await app.call('sample.kept')).toBe(1);
    await app.call('sample.remove');
    const shown = (await app.call('clients.list')).filter(({ archived }) => !archived);
    expect(shown.map(({ id }) => id)).toEqual([clientId]);
    expect(await app.call('billing.invoice', { invoiceId })).toMatchObject({ clientId: sampleId });
    expect(await app.call('app.info')).toMatchObject({ sample: false });
  });
});

describe('a backup', () => {
  it('is known to lack what was issued after it', async () => {
    await app.call('billing.saveAgreement', { clientId, ...rate });
    const before = app.clock.now();
    app.clock.advance(1_000);
    await issueOwn(await draftOwn());
    expect(await app.call('billing.issuedSince', { at: before })).toBe(1);
    expect(await app.call('billing.issuedSince', { at: app.clock.now() })).toBe(0);
  });
});
