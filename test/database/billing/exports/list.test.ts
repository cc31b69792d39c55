import { expect, it } from 'vitest';
import { openBillingScene } from '#test/support/billing-scene.ts';

it('lists drafts, invoices and credit notes with what their documents say, slice by slice', async () => {
  const scene = openBillingScene();
  const { billing, files } = scene;
  const clientId = scene.client({ rate: 4567 });
  for (let day = 1; day <= 3; day++) {
    scene.entry(clientId, { start: `2026-11-0${day}T08:00:00Z`, seconds: 3600 * day });
    const { invoiceId } = billing.drafts.create({
      clientId,
      from: '2026-11-01',
      to: '2026-11-30',
      grouping: 'task',
    });
    billing.drafts.change({ invoiceId, tax: { category: 'standard', rate: 19_000 } });
    if (day < 3) await billing.issue(invoiceId);
  }
  const [, issued] = billing.overview.invoices(clientId);
  const { lines } = billing.credits.creditable(issued?.id ?? '');
  const credit = billing.credits.create({
    invoiceId: issued?.id ?? '',
    lines: lines.map(({ id }) => ({ lineId: id, net: 100 })),
    givesBack: false,
  });
  await billing.issue(credit.invoiceId);
  const slices = [...billing.overview.slices(null)];
  const sums = slices.flat();
  expect(sums.map(({ net: _net, tax: _tax, paid: _paid, buyerName: _name, ...row }) => row)).toEqual(
    billing.overview.invoices(null),
  );
  for (const { id, kind, net, tax, gross } of sums) {
    const { totals } = billing.preview(id);
    const sign = kind === 'credit_note' ? -1 : 1;
    expect([net, tax, gross]).toEqual([totals.net, totals.tax, totals.gross].map((sum) => sign * sum));
  }
  // In as many slices as one likes, the file is the same.
  await billing.exports.list(slices);
  await billing.exports.list(sums.map((one) => [one]));
  const [whole, single] = files.saved.map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
  expect(single).toBe(whole);
  const rows = (whole ?? '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  expect(rows.map((row) => row.length)).toEqual([12, 12, 12, 12, 12]);
  expect(rows.slice(1).map((row) => row.slice(6))).toEqual(
    sums.map(({ net, tax, gross, paid, standing, currency }) => [
      ...[net, tax, gross, paid, standing.open].map((minor) => (minor / 100).toFixed(2)),
      currency,
    ]),
  );
  scene.store.close();
});

it('says what was paid, what is open, where each stands, and whom the document names', async () => {
  const scene = openBillingScene();
  const { billing, files } = scene;
  const clientId = scene.client({ name: 'Short' });
  const made = [];
  for (const issueDate of ['2026-09-01', '2026-11-10', '2026-11-11']) {
    scene.entry(clientId, { start: `${issueDate}T08:00:00Z`, seconds: 3600 });
    const invoiceId = scene.draft(clientId);
    billing.drafts.change({ invoiceId, issueDate });
    await billing.issue(invoiceId);
    made.push(invoiceId);
  }
  const pay = (invoiceId = '', amount = 0) =>
    billing.payments.save({ id: null, invoiceId, paidOn: '2026-11-12', amount, note: '' });
  pay(made[1], 4500);
  pay(made[2], 500);
  await billing.exports.list(billing.overview.slices(null));
  const rows = Buffer.from(files.saved[0]?.bytes ?? [])
    .toString('utf8')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  const picked = rows.slice(1).map((row) => [row[1], row[2], row[3], row[9], row[10]]);
  expect(picked).toEqual([
    ['Invoice', 'Part paid', 'Short AS', '5.00', '40.00'],
    ['Invoice', 'Paid', 'Short AS', '45.00', '0.00'],
    ['Invoice', 'Overdue', 'Short AS', '0.00', '45.00'],
  ]);
  scene.store.close();
});
