import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';
import { timeOver } from '#test/support/time.ts';

let scene: BillingScene;
let time: ReturnType<typeof timeOver>;
let clientId: string;
let billed: string;
const start = Date.parse('2026-11-02T08:00:00Z');

beforeEach(async () => {
  scene = openBillingScene();
  time = timeOver(scene.store, scene.clock, scene.ids);
  clientId = scene.client();
  billed = scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
  await scene.billing.issue(scene.draft(clientId));
});
afterEach(() => scene.store.close());

const rows = () => scene.store.sql.prepare('SELECT * FROM time_entries ORDER BY started_at').all();
const locked = expect.objectContaining({ code: 'locked', details: { reason: 'time.billed' } });

/** An open gap right after the billed entry, as a sleep would have left it. */
function gapAfter(): string {
  const id = scene.ids.next();
  scene.store.sql
    .prepare(
      `INSERT INTO time_gaps (id, client_id, entry_id, started_at, ended_at, zone, cause, noticed_at)
       VALUES (?, ?, ?, ?, ?, 'Europe/Tallinn', 'sleep', 1)`,
    )
    .run(id, clientId, billed, start + HOUR, start + 2 * HOUR);
  return id;
}

describe('billed time', () => {
  it('is neither split, merged, moved, changed nor deleted', () => {
    const next = scene.entry(clientId, { start: '2026-11-02T09:00:00Z', seconds: 60 });
    const before = rows();
    const { handlers } = time;
    expect(() => handlers['time.split']({ id: billed, at: start + MINUTE })).toThrow(locked);
    expect(() => handlers['time.merge']({ ids: [billed, next] })).toThrow(locked);
    expect(() => handlers['time.moveEdge']({ id: billed, edge: 'end', at: start + MINUTE })).toThrow(locked);
    expect(() => handlers['time.change']({ id: billed, note: 'x' })).toThrow(locked);
    expect(() => handlers['time.delete']({ ids: [billed] })).toThrow(locked);
    expect(rows()).toEqual(before);
  });

  it('is no neighbour to drag over', () => {
    const later = scene.entry(clientId, { start: '2026-11-02T10:00:00Z', seconds: 3600 });
    const move = (at: number) => time.handlers['time.moveEdge']({ id: later, edge: 'start', at });
    expect(() => move(start + HOUR - 1)).toThrow(locked);
    expect(move(start + HOUR)).toMatchObject({ startedAt: start + HOUR });
  });

  it('is shown as such, and does not grow when the gap beside it is kept', async () => {
    const id = gapAfter();
    await time.handlers['time.answerGap']({ id, answer: 'keep' });
    const list = await time.handlers['time.list']({ filter: { clientId: null }, offset: 0, limit: 10 });
    expect(
      list.rows.map(({ startedAt, endedAt, billed: is }) => [startedAt - start, (endedAt ?? 0) - start, is]),
    ).toEqual([
      [HOUR, 2 * HOUR, false],
      [0, HOUR, true],
    ]);
  });
});

describe('a gap that needs review', () => {
  it('is never billed', () => {
    gapAfter();
    expect(scene.billing.overview.unbilled(clientId)?.seconds ?? 0).toBe(0);
    expect(scene.store.sql.prepare('SELECT count(*) FROM invoice_line_entries').pluck().get()).toBe(1);
    scene.draft(clientId);
    expect(scene.store.sql.prepare('SELECT count(*) FROM invoice_line_entries').pluck().get()).toBe(1);
  });
});
