import { expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';

const hour = 3600;

function openWith(agreement: 'dayRate' | 'retainer') {
  const scene = openBillingScene();
  const clientId = scene.client({ rate: null });
  scene.billing.agreements.save({ ...newAgreement[agreement](clientId), validFrom: '2026-10-01' });
  const first = scene.entry(clientId, { start: '2026-10-05T07:00:00Z', seconds: 8 * hour });
  scene.entry(clientId, { start: '2026-10-05T15:30:00Z', seconds: hour / 2 });
  const invoiceId = scene.draft(clientId);
  const line = () =>
    scene.billing.invoice(invoiceId).lines.find(({ kind }) => kind === 'day' || kind === 'hours');
  /** The first piece of work becomes shorter, and the draft hears of it. */
  const shorten = (seconds: number) =>
    scene.store.write((announce) => {
      scene.store.sql
        .prepare('UPDATE time_entries SET ended_at = started_at + ? WHERE id = ?')
        .run(seconds * 1000, first);
      announce('time', clientId);
    });
  return { scene, line, shorten };
}

it.each(['dayRate', 'retainer'] as const)('lets the words of a line follow its work (%s)', (agreement) => {
  const { scene, line, shorten } = openWith(agreement);
  const before = line()?.text;
  shorten(hour);
  expect(line()?.text).not.toBe(before);
  scene.store.close();
});

it.each(['dayRate', 'retainer'] as const)('keeps words that were typed (%s)', (agreement) => {
  const { scene, line, shorten } = openWith(agreement);
  const lineId = line()?.id ?? '';
  // The same words are not typed ones.
  scene.billing.lines.change({ lineId, text: line()?.text ?? '' });
  shorten(7 * hour);
  const { text: followed } = line() ?? {};
  scene.billing.lines.change({ lineId, text: 'On site in Oslo' });
  shorten(hour);
  expect(followed).not.toBe('On site in Oslo');
  expect(line()).toMatchObject(
    agreement === 'dayRate'
      ? { text: 'On site in Oslo', quantity: 500 }
      : { text: 'On site in Oslo', rawSeconds: 1.5 * hour },
  );
  scene.store.close();
});

it('refuses a quantity typed for a day', () => {
  const { scene, line } = openWith('dayRate');
  expect(() => scene.billing.lines.change({ lineId: line()?.id ?? '', quantity: 2000 })).toThrow(
    expect.objectContaining({ details: { fields: { quantity: 'invoice.dayLine' } } }),
  );
  scene.store.close();
});
