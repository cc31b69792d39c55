import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
const quarters = { rounding: 'up', minutes: 15, per: 'entry' } as const;

beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client();
});
afterEach(() => scene.store.close());

const linesOf = (invoiceId: string) =>
  scene.billing.invoice(invoiceId).lines.map(({ text, rawSeconds, seconds, net }) => {
    return { text, rawSeconds, seconds, net };
  });
const issuedSeconds = () =>
  scene.store.sql.prepare('SELECT seconds FROM invoice_lines ORDER BY position').pluck().all();

/** Twenty minutes on one task and ten on another, in turn, on two days. */
function work(zone = 'Europe/Tallinn') {
  const inbox = scene.task(clientId, 'Inbox');
  const travel = scene.task(clientId, 'Travel');
  scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 600, taskId: inbox, zone });
  scene.entry(clientId, { start: '2026-11-02T09:00:00Z', seconds: 600, taskId: travel, zone });
  scene.entry(clientId, { start: '2026-11-03T08:00:00Z', seconds: 600, taskId: inbox, zone });
}

describe('rounding where hours are billed', () => {
  it('shows tracked and billed hours of lines and entries side by side', () => {
    work();
    scene.round(clientId, quarters);
    const invoiceId = scene.draft(clientId);
    expect(linesOf(invoiceId)).toEqual([
      { text: 'Inbox', rawSeconds: 1200, seconds: 1800, net: 2250 },
      { text: 'Travel', rawSeconds: 600, seconds: 900, net: 1125 },
    ]);
    expect(scene.billing.invoice(invoiceId)).toMatchObject({
      workSeconds: 2700,
      rawSeconds: 1800,
      rounding: quarters,
      totals: { net: 3375 },
    });
    const [line] = scene.billing.invoice(invoiceId).lines;
    expect(scene.billing.lines.entries(line?.id ?? '')).toMatchObject([
      { rawSeconds: 600, seconds: 900, taskTitle: 'Inbox' },
      { rawSeconds: 600, seconds: 900, taskTitle: 'Inbox' },
    ]);
  });

  it('puts a day’s difference on the line of its last entry, so that each day adds up', () => {
    work();
    scene.round(clientId, { ...quarters, per: 'day' });
    expect(linesOf(scene.draft(clientId))).toEqual([
      { text: 'Inbox', rawSeconds: 1200, seconds: 600 + 900, net: 1875 },
      { text: 'Travel', rawSeconds: 600, seconds: 1200, net: 1500 },
    ]);
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ seconds: 2700, rawSeconds: 1800 });
  });

  it('adds a day up in the zone of its entries', () => {
    // 18:20 and 23:50 on 2 November in Kathmandu, 00:10 on the 3rd; in UTC all are on the 2nd.
    for (const at of ['12:35', '18:05', '18:25']) {
      scene.entry(clientId, { start: `2026-11-02T${at}:00Z`, seconds: 600, zone: 'Asia/Kathmandu' });
    }
    scene.round(clientId, { rounding: 'up', minutes: 30, per: 'day' });
    expect(linesOf(scene.draft(clientId, 'day')).map(({ seconds }) => seconds)).toEqual([1800, 1800]);
  });

  it('keeps issued invoices as they were when the terms change, and moves drafts', async () => {
    work();
    scene.round(clientId, quarters);
    const invoiceId = scene.draft(clientId);
    scene.round(clientId, { ...quarters, minutes: 60 });
    expect(scene.billing.invoice(invoiceId).workSeconds).toBe(3 * 3600);
    scene.round(clientId, quarters);
    await scene.billing.issue(invoiceId);
    expect(issuedSeconds()).toEqual([1800, 900]);
    const before = scene.billing.preview(invoiceId);
    const [line] = before.lines;
    const entries = scene.billing.lines.entries(line?.id ?? '');
    expect(entries.map(({ seconds, rawSeconds }) => [seconds, rawSeconds])).toEqual([
      [900, 600],
      [900, 600],
    ]);
    scene.round(clientId, { rounding: 'none', minutes: 1, per: 'entry' });
    expect(scene.billing.preview(invoiceId)).toEqual(before);
    expect(scene.billing.lines.entries(line?.id ?? '')).toEqual(entries);
    expect(issuedSeconds()).toEqual([1800, 900]);
  });

  it('issues hours that were rounded down to nothing, and locks them', async () => {
    scene.entry(clientId, {
      start: '2026-11-02T08:00:00Z',
      seconds: 300,
      taskId: scene.task(clientId, 'Call'),
    });
    scene.entry(clientId, {
      start: '2026-11-02T09:00:00Z',
      seconds: 3600,
      taskId: scene.task(clientId, 'Mail'),
    });
    scene.round(clientId, { ...quarters, rounding: 'down' });
    const invoiceId = scene.draft(clientId);
    await scene.billing.issue(invoiceId);
    expect(issuedSeconds()).toEqual([0, 3600]);
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ seconds: 0, rawSeconds: 0 });
  });

  it('reads an invoice that was issued before hours could be rounded as not rounded', async () => {
    work();
    const invoiceId = scene.draft(clientId);
    await scene.billing.issue(invoiceId);
    const { rounding: _, lines, ...old } = scene.billing.preview(invoiceId);
    const text = JSON.stringify({
      ...old,
      version: 1,
      lines: lines.map(({ rawSeconds: _raw, ...line }) => ({
        ...line,
        entries: line.entries.map(({ rawSeconds: _own, ...entry }) => entry),
      })),
    });
    scene.store.sql.exec('DROP TRIGGER invoices_locked_update');
    scene.store.sql.prepare('UPDATE invoices SET snapshot = ?').run(text);
    scene.round(clientId, quarters);
    expect(scene.billing.preview(invoiceId).lines).toEqual(lines);
    expect(scene.billing.invoice(invoiceId).rounding.rounding).toBe('none');
  });
});
