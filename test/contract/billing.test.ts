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

describe('deleting a client', () => {
  it('takes drafts and rates along and brings them back, but never goes past an issued invoice', async () => {
    await app.call('billing.saveAgreement', { clientId, ...rate });
    const { invoiceId } = await app.call('billing.createDraft', {
      clientId,
      from: '2026-11-01',
      to: '2026-11-30',
      grouping: 'task',
    });
    await app.call('billing.addLine', { invoiceId, text: 'Courier', quantity: 1000, unit: 3850 });
    const before = await app.call('billing.invoice', { invoiceId });
    await app.call('clients.delete', { clientId });
    expect(await app.envelope('billing.invoice', { invoiceId })).toMatchObject({ code: 'not_found' });
    await app.call('undo.undo');
    expect(await app.call('billing.invoice', { invoiceId })).toEqual(before);

    await app.call('billing.saveProfile', {
      ...profile,
      tax: { category: 'none', rate: 0 },
      name: 'Me',
      address: 'Here',
      paymentDetails: 'Bank',
    });
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
    expect(await app.envelope('clients.delete', { clientId })).toMatchObject({
      ok: false,
      details: { reason: 'client.billed' },
    });
    expect(await app.call('billing.invoice', { invoiceId })).toMatchObject({ state: 'issued' });
  });
});

describe('sample data', () => {
  it('goes in one step, but for a client that an invoice was issued for, which stays archived', async () => {
    await app.call('sample.install');
    const overview = await app.call('billing.overview');
    const row = overview.unbilled.find(({ seconds, from }) => seconds > 0 && from !== null);
    await app.call('billing.saveProfile', {
      ...profile,
      tax: { category: 'none', rate: 0 },
      name: 'Me',
      address: 'Here',
      paymentDetails: 'Bank',
    });
    const period = { from: row?.from ?? '', to: row?.to ?? '' };
    const { invoiceId } = await app.call('billing.createDraft', {
      clientId: row?.clientId ?? '',
      ...period,
      grouping: 'task',
    });
    await app.call('billing.issue', { invoiceId });
    await app.call('sample.remove');
    const clients = await app.call('clients.list');
    const shown = clients.filter(({ archived }) => !archived);
    expect(shown.map(({ id }) => id)).toEqual([clientId]);
    expect(await app.call('billing.invoice', { invoiceId })).toMatchObject({ clientId: row?.clientId });
    expect(await app.call('app.info')).toMatchObject({ sample: false });
  });
});
