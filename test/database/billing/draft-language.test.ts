import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client({ rate: null });
});
afterEach(() => scene.store.close());

const words = (invoiceId: string) =>
  scene.billing.invoice(invoiceId).lines.map(({ text }) => text.replace(/\u00a0/g, ' '));
const speak = (invoiceId: string, language: 'en' | 'de' | 'nb') =>
  scene.billing.drafts.change({ invoiceId, language });

describe('the language of a draft', () => {
  it('says its lines of work anew, and an undo takes that back', () => {
    scene.rate(clientId, { validFrom: '2026-01-01', rate: 4500 });
    scene.entry(clientId, { start: '2026-09-09T08:00:00Z', seconds: 3600 });
    const invoiceId = scene.draft(clientId, 'one');
    const english = words(invoiceId);
    speak(invoiceId, 'de');
    const german = words(invoiceId);
    expect(german[0]).not.toBe(english[0]);
    expect(german[0]).toContain('2026');
    scene.billing.drafts.discard(invoiceId);
    scene.store.undo();
    scene.store.undo();
    expect(words(invoiceId)).toEqual(english);
  });

  it('tells the lines of two rates apart by their days, in any language', () => {
    scene.rate(clientId, { validFrom: '2026-01-01', rate: 4500 });
    scene.rate(clientId, { validFrom: '2026-10-01', rate: 5000 });
    for (const day of ['2026-09-09', '2026-09-20', '2026-10-02'])
      scene.entry(clientId, { start: `${day}T08:00:00Z`, seconds: 3600 });
    const invoiceId = scene.draft(clientId, 'one');
    expect(words(invoiceId)).toEqual(['Work, 9–20 September 2026', 'Work, 2 October 2026']);
    speak(invoiceId, 'de');
    expect(new Set(words(invoiceId)).size).toBe(2);
    expect(words(invoiceId)[0]).toContain('20. September 2026');
  });

  it('says days and fees anew as a draft begun in it would', () => {
    scene.billing.agreements.save({ ...newAgreement.dayRate(clientId), workKinds: ['email'] });
    scene.billing.agreements.save({ ...newAgreement.retainer(clientId), validFrom: '2026-10-01' });
    const entry = scene.entry(clientId, { start: '2026-09-09T08:00:00Z', seconds: 3600 });
    scene.store.sql.prepare(`UPDATE time_entries SET work_kind_id = 'email' WHERE id = ?`).run(entry);
    const invoiceId = scene.draft(clientId);
    expect(words(invoiceId).join()).toContain('Half day');
    speak(invoiceId, 'nb');
    const norwegian = words(invoiceId);
    scene.billing.drafts.discard(invoiceId);
    scene.store.sql.prepare(`UPDATE clients SET language = 'nb' WHERE id = ?`).run(clientId);
    expect(norwegian).toEqual(words(scene.draft(clientId)));
  });

  it('leaves words that somebody typed, titles of tasks and expenses', () => {
    scene.rate(clientId, { validFrom: '2026-01-01', rate: 4500 });
    scene.entry(clientId, { start: '2026-09-09T08:00:00Z', seconds: 3600 });
    const taskId = scene.task(clientId, 'Newsletter');
    scene.entry(clientId, { start: '2026-09-10T08:00:00Z', seconds: 3600, taskId });
    const invoiceId = scene.draft(clientId);
    const [first] = scene.billing.invoice(invoiceId).lines;
    scene.billing.lines.change({ lineId: first?.id ?? '', text: 'As agreed' });
    scene.billing.lines.add({ invoiceId, text: 'Postage', quantity: 1000, unit: 500 });
    speak(invoiceId, 'de');
    expect(words(invoiceId)).toEqual(['As agreed', 'Newsletter', 'Postage']);
  });
});
