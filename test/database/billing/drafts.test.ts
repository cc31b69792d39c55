import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMonthMoney } from '#main/features/billing/month.ts';
import { groupings } from '#shared/domain/invoice.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client();
});
afterEach(() => scene.store.close());

const view = (invoiceId: string) => scene.billing.invoice(invoiceId);
const texts = (invoiceId: string) => view(invoiceId).lines.map((line) => line.text);
const refusal = (field: string, reason: string) =>
  expect.objectContaining({ code: 'invalid_input', details: { fields: { [field]: reason } } });
const sql = (text: string, ...values: unknown[]) => scene.store.sql.prepare(text).run(...values);

function work(): { task: string; entries: string[] } {
  const task = scene.task(clientId, 'Inbox');
  const entries = [
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600, taskId: task }),
    scene.entry(clientId, { start: '2026-11-03T08:00:00Z', seconds: 1800, taskId: task }),
    scene.entry(clientId, { start: '2026-11-03T12:00:00Z', seconds: 900, note: 'Call' }),
    scene.entry(clientId, { start: '2026-11-04T08:00:00Z', seconds: 600 }),
  ];
  return { task, entries };
}

describe('a draft', () => {
  it('takes dates near today only', () => {
    work();
    const invoiceId = scene.draft(clientId);
    const { change } = scene.billing.drafts;
    for (const issueDate of ['2016-11-25', '2062-11-25', '0026-11-25'])
      expect(() => change({ invoiceId, issueDate })).toThrow(refusal('issueDate', 'invoice.issueTooFar'));
    expect(() => change({ invoiceId, dueDate: '2062-12-01' })).toThrow(
      refusal('dueDate', 'invoice.dueTooFar'),
    );
    change({ invoiceId, issueDate: '2025-12-31' });
    change({ invoiceId, issueDate: '2027-01-15' });
    expect(view(invoiceId).issueDate).toBe('2027-01-15');
  });

  it('leaves out a timer that was stopped at once, and can then be issued', async () => {
    const task = scene.task(clientId, 'Stopped at once');
    scene.entry(clientId, { start: '2026-11-02T07:00:00Z', seconds: 0.4, taskId: task });
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 60, note: 'Call' });
    const invoiceId = scene.draft(clientId);
    expect(texts(invoiceId)).toEqual(['Other work']);
    await expect(scene.billing.issue(invoiceId)).resolves.toMatchObject({ number: expect.any(String) });
  });

  it('gathers by task, by day or as one line, with the same total', () => {
    work();
    const invoiceId = scene.draft(clientId);
    expect(texts(invoiceId)).toEqual(['Inbox', 'Other work']);
    const { totals } = view(invoiceId);
    scene.billing.drafts.change({ invoiceId, grouping: 'day' });
    expect(texts(invoiceId)).toEqual(['Mon 2 Nov', 'Tue 3 Nov', 'Wed 4 Nov']);
    expect(view(invoiceId).lines.map((line) => line.entries)).toEqual([1, 2, 1]);
    scene.billing.drafts.change({ invoiceId, grouping: 'one' });
    expect(texts(invoiceId)).toEqual(['Work, 2–4 November 2026']);
    expect(view(invoiceId).totals).toEqual(totals);
  });

  it('names the days of the work that is on its one line, also when some of it goes', () => {
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 60 });
    const last = scene.entry(clientId, { start: '2026-11-09T08:00:00Z', seconds: 60 });
    const invoiceId = scene.draft(clientId, 'one');
    expect(texts(invoiceId)).toEqual(['Work, 2–9 November 2026']);
    scene.store.act({ key: 'undo.timeDeleted', values: {} }, (announce) => {
      scene.store.sql.prepare('DELETE FROM time_entries WHERE id = ?').run(last);
      announce('time', clientId);
    });
    expect(texts(invoiceId)).toEqual(['Work, 2 November 2026']);
    scene.store.undo();
    expect(texts(invoiceId)).toEqual(['Work, 2–9 November 2026']);
  });

  it.each(['task', 'day', 'one'] as const)(
    'comes to what was said before, cent for cent, by %s',
    (grouping) => {
      const task = scene.task(clientId, 'Inbox');
      // Each entry alone would be rounded up by half a cent or more.
      for (const day of ['02', '03', '04', '05', '06'])
        for (const hour of ['08', '10', '12'])
          scene.entry(clientId, { start: `2026-11-${day}T${hour}:00:00Z`, seconds: 37, taskId: task });
      const period = { clientId, from: '2026-11-01', to: '2026-11-30', grouping };
      const [said] = scene.billing.periodWork(clientId, period.from, period.to, grouping).amounts;
      const { invoiceId } = scene.billing.drafts.create(period);
      expect(said?.amount).toBe(view(invoiceId).totals.net);
    },
  );

  it('speaks the language of the client in what it adds', () => {
    const german = scene.client({ name: 'Kunde', language: 'de-AT' });
    scene.entry(german, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
    expect(texts(scene.draft(german))).toEqual(['Sonstige Arbeit']);
  });

  it('never shows the client what a person noted for themselves', () => {
    work();
    const invoiceId = scene.draft(clientId);
    for (const grouping of groupings) {
      scene.billing.drafts.change({ invoiceId, grouping });
      expect(JSON.stringify(scene.billing.preview(invoiceId))).not.toContain('Call');
    }
  });

  it('takes the days as they were where the work was entered', () => {
    // 23:30 UTC on the 30th is already the 1st in Tallinn, and still the 30th in New York.
    const at = '2026-10-31T23:30:00Z';
    const [here, there] = [scene.task(clientId, 'here'), scene.task(clientId, 'there')];
    scene.entry(clientId, { start: at, seconds: 3600, zone: 'Europe/Tallinn', taskId: here });
    scene.entry(clientId, { start: at, seconds: 3600, zone: 'America/New_York', taskId: there });
    const november = { clientId, from: '2026-11-01', to: '2026-11-30', grouping: 'task' } as const;
    expect(texts(scene.billing.drafts.create(november).invoiceId)).toEqual(['here']);
  });

  it('leaves out what is running, not billable, or on another draft', () => {
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600, note: 'mine', billable: 0 });
    const running = scene.entry(clientId, { start: '2026-11-02T09:00:00Z', seconds: 3600 });
    sql('UPDATE time_entries SET ended_at = NULL WHERE id = ?', running);
    scene.entry(clientId, {
      start: '2026-11-02T10:00:00Z',
      seconds: 3600,
      taskId: scene.task(clientId, 'taken'),
    });
    expect(texts(scene.draft(clientId))).toEqual(['taken']);
    expect(texts(scene.draft(clientId))).toEqual([]);
  });

  it('prices each day by what was agreed for it, and keeps that when terms change', () => {
    scene.rate(clientId, { validFrom: '2026-11-03', currency: 'EUR', rate: 6000 });
    const { task } = work();
    const invoiceId = scene.draft(clientId);
    const inbox = view(invoiceId).lines.filter((line) => line.text === 'Inbox');
    expect(inbox.map(({ unit, seconds, net }) => [unit, seconds, net])).toEqual([
      [4500, 3600, 4500],
      [6000, 1800, 3000],
    ]);
    const later = scene.billing.agreements.of(clientId)[0]?.versions[1];
    scene.rate(clientId, { validFrom: '2026-11-03', termsId: later?.id ?? '', rate: 9900 });
    expect(view(invoiceId).totals.net).toBe(4500 + 3000 + 1500 + 1000);
    expect(task).toBeTruthy();
  });

  it('refuses work without a rate, two currencies, and a due date before its own', () => {
    const bare = scene.client({ name: 'Bare', rate: null });
    scene.entry(bare, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
    expect(() => scene.draft(bare)).toThrow(refusal('from', 'invoice.noRate'));
    scene.rate(clientId, { validFrom: '2026-11-03', currency: 'USD', rate: 6000 });
    work();
    expect(() => scene.draft(clientId)).toThrow(refusal('to', 'invoice.twoCurrencies'));
    const empty = scene.draft(scene.client({ name: 'Empty' }));
    expect(() => scene.billing.drafts.change({ invoiceId: empty, dueDate: '2026-01-01' })).toThrow(
      refusal('dueDate', 'invoice.dueBeforeIssue'),
    );
    expect(() => scene.rate(clientId, { validFrom: '2026-11-03', currency: 'EUR', rate: 1 })).toThrow(
      refusal('validFrom', 'agreement.sameDay'),
    );
  });

  it('follows its time entries: longer, moved away, no longer billable, deleted', () => {
    const { entries } = work();
    const invoiceId = scene.draft(clientId);
    sql('UPDATE time_entries SET ended_at = ended_at + 60000 WHERE id = ?', entries[0]);
    expect(view(invoiceId).workSeconds).toBe(6900 + 60);
    const other = scene.client({ name: 'Other' });
    sql('UPDATE time_entries SET task_id = NULL, client_id = ? WHERE id = ?', other, entries[1]);
    sql('UPDATE time_entries SET billable = 0 WHERE id = ?', entries[2]);
    sql('DELETE FROM time_entries WHERE id = ?', entries[3]);
    expect(view(invoiceId)).toMatchObject({ workSeconds: 3660, entryCount: 1 });
    expect(view(invoiceId).problems).toEqual(['emptyLine']);
    expect(scene.billing.overview.unbilled(other)).toMatchObject({ seconds: 1800 });
  });

  it('gives its time back when a line is removed or it is discarded; undo brings both back', () => {
    work();
    const invoiceId = scene.draft(clientId);
    const before = view(invoiceId);
    const [line] = before.lines;
    scene.billing.lines.remove(line?.id ?? '');
    const period = [clientId, '2026-01-01', '2026-12-31'] as const;
    expect(scene.billing.periodWork(...period, 'task')).toMatchObject({ entries: 2, seconds: 5400 });
    scene.store.undo();
    expect(view(invoiceId)).toEqual(before);
    scene.billing.drafts.discard(invoiceId);
    expect(scene.billing.periodWork(...period, 'task')).toMatchObject({ entries: 4 });
    scene.store.undo();
    expect(view(invoiceId)).toEqual(before);
  });

  it('takes lines of its own, in any order, and refuses to invent time', () => {
    work();
    const invoiceId = scene.draft(clientId);
    const { lineId } = scene.billing.lines.add({ invoiceId, text: 'Courier', quantity: 1500, unit: 333 });
    scene.billing.lines.move(lineId, 0);
    expect(texts(invoiceId)).toEqual(['Courier', 'Inbox', 'Other work']);
    expect(view(invoiceId).lines[0]).toMatchObject({ net: 500, entries: 0 });
    scene.billing.drafts.change({ invoiceId, grouping: 'one' });
    expect(texts(invoiceId)).toHaveLength(2);
    expect(texts(invoiceId)).toContain('Courier');
    const time = view(invoiceId).lines.find((line) => line.kind === 'time');
    expect(() => scene.billing.lines.change({ lineId: time?.id ?? '', quantity: 5 })).toThrow(
      refusal('quantity', 'invoice.timeLine'),
    );
  });

  it('taxes every line alike, once on the sum', () => {
    work();
    const invoiceId = scene.draft(clientId);
    scene.billing.drafts.change({ invoiceId, tax: { category: 'standard', rate: 19_000 } });
    expect(view(invoiceId).totals).toEqual({
      net: 8625,
      taxes: [{ category: 'standard', rate: 19_000, net: 8625, tax: 1639 }],
      tax: 1639,
      gross: 10_264,
    });
  });
});

describe('what is unbilled', () => {
  it('is only made billed by an invoice', () => {
    const { entries } = work();
    expect(() => sql('UPDATE time_entries SET billed = 1 WHERE id = ?', entries[0])).toThrow(
      'locked: time.billed',
    );
  });

  it('splits by agreement, counts drafts, and drops what is issued', async () => {
    scene.rate(clientId, { validFrom: '2026-11-03', currency: 'GBP', rate: 6000 });
    work();
    const of = () => scene.billing.overview.unbilled(clientId);
    expect(of()).toMatchObject({
      seconds: 6900,
      amounts: [
        { currency: 'EUR', amount: 4500 },
        { currency: 'GBP', amount: 5500 },
      ],
      unpricedSeconds: 0,
      from: '2026-11-02',
      to: '2026-11-04',
      draftId: null,
    });
    const first = { clientId, from: '2026-11-02', to: '2026-11-02', grouping: 'task' } as const;
    const { invoiceId } = scene.billing.drafts.create(first);
    expect(of()).toMatchObject({ seconds: 6900, draftId: invoiceId });
    await scene.billing.issue(invoiceId);
    expect(of()).toMatchObject({
      seconds: 3300,
      amounts: [{ currency: 'GBP', amount: 5500 }],
      draftId: null,
    });
    expect(createMonthMoney(scene.store.sql)('2026-11').invoiced).toEqual([
      { currency: 'EUR', amount: 4500 },
    ]);
    expect(scene.billing.overview.all().unbilledTotals).toEqual([{ currency: 'GBP', amount: 5500 }]);
  });
});
