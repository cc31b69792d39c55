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
  expect(sums.map(({ net: _net, tax: _tax, ...row }) => row)).toEqual(billing.overview.invoices(null));
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
  expect(rows.map((row) => row.length)).toEqual([9, 9, 9, 9, 9]);
  expect(rows.slice(1).map((row) => row.slice(5))).toEqual(
    sums.map(({ net, tax, gross, currency }) => [
      ...[net, tax, gross].map((minor) => (minor / 100).toFixed(2)),
      currency,
    ]),
  );
  scene.store.close();
});
