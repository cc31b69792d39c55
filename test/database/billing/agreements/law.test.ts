import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '#shared/ipc/errors.ts';
import { newAgreement } from '#test/support/agreements.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { runs } from '#test/support/runs.ts';

const agreed: ReadonlySet<string> = new Set(['undo.agreementSaved', 'undo.taskPriceSet']);
const months = fc.constantFrom('2026-09', '2026-10', '2026-11');
const day = fc
  .tuple(months, fc.integer({ min: 1, max: 24 }))
  .map(([month, n]) => `${month}-${String(n).padStart(2, '0')}`);
const kinds = [null, 'email', 'writing', 'travel'] as const;

const work = fc.record({
  day,
  hour: fc.integer({ min: 5, max: 14 }),
  seconds: fc.integer({ min: 1, max: 40_000 }),
  kind: fc.constantFrom(...kinds),
  task: fc.option(fc.nat(2)),
});
const step = fc.oneof(
  fc.record({
    do: fc.constant('draft' as const),
    from: day,
    to: day,
    grouping: fc.constantFrom('task', 'day', 'kind', 'one'),
  }),
  fc.record({ do: fc.constant('issue' as const) }),
  fc.record({ do: fc.constant('discard' as const) }),
  fc.record({ do: fc.constant('write off' as const), which: fc.nat(20) }),
  // Most of all what comes after that.
  fc.record({ do: fc.constant('write off the task' as const), later: work }),
  fc.record({ do: fc.constant('take back' as const) }),
  fc.record({ do: fc.constant('work' as const), work }),
  fc.record({ do: fc.constant('undo' as const) }),
);

it('what is unbilled, on drafts, billed and written off is all billable work, to the second and the minor unit', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(work, { minLength: 1, maxLength: 14 }),
      fc.array(step, { minLength: 3, maxLength: 10 }),
      fc.record({
        rate: fc.integer({ min: 1, max: 9999 }),
        price: fc.integer({ min: 1, max: 9999 }),
        currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      }),
      async (entries, steps, { rate, price, currency }) => {
        const scene = openBillingScene();
        const { billing, store } = scene;
        const clientId = scene.client({ rate: null, currency });
        const common = { validFrom: '2026-09-01', currency };
        billing.agreements.save({ ...newAgreement.hourly(clientId, rate), ...common });
        billing.agreements.save({
          ...newAgreement.dayRate(clientId, rate * 6),
          ...common,
          workKinds: ['travel'],
        });
        const retainer = newAgreement.retainer(clientId, rate * 15);
        const terms = { ...retainer.terms, seconds: 30_000, carryCap: 7_000 };
        billing.agreements.save({ ...retainer, ...common, terms, workKinds: ['writing'] });
        const tasks = ['Open', 'Done', 'Priced'].map((title) => scene.task(clientId, title));
        const sql = (text: string, ...values: unknown[]) => store.sql.prepare(text).run(...values);
        const one = (text: string) => Number(store.sql.prepare(text).pluck().get() ?? 0);
        sql('UPDATE tasks SET completed_at = ? WHERE id <> ?', Date.parse('2026-11-02T10:00:00Z'), tasks[0]);
        billing.taskPrices.set(tasks[2] ?? '', price);
        const add = (piece: (typeof entries)[number]) => {
          const start = `${piece.day}T${String(piece.hour).padStart(2, '0')}:00:00Z`;
          const taskId = piece.task === null ? null : (tasks[piece.task] ?? null);
          const id = scene.entry(clientId, { start, seconds: piece.seconds, taskId });
          sql('UPDATE time_entries SET work_kind_id = ? WHERE id = ?', piece.kind, id);
        };
        for (const piece of entries) add(piece);
        const ids = (text: string) => store.sql.prepare<[], string>(text).pluck().all();
        const draftIds = () => ids(`SELECT id FROM invoices WHERE state = 'draft' ORDER BY id`);

        const check = () => {
          const open = billing.overview.unbilled(clientId);
          const all = one('SELECT sum((ended_at - started_at) / 1000) FROM time_entries');
          const billed = one('SELECT sum((ended_at - started_at) / 1000) FROM time_entries WHERE billed = 1');
          const writtenOff = billing.writeOffs
            .list(clientId)
            .reduce((sum, given) => sum + (given.seconds ?? 0), 0);
          const free = (open?.rawSeconds ?? 0) + (open?.waitingSeconds ?? 0) + (open?.unpricedSeconds ?? 0);
          expect(free + billed + writtenOff).toBe(all);
          expect(one('SELECT count(*) - count(DISTINCT entry_id) FROM invoice_line_entries')).toBe(0);
          expect(one('SELECT count(*) - count(DISTINCT kind || ref) FROM invoice_line_sources')).toBe(0);
        };
        // What is promised is what a draft of everything then holds: nothing of it changes on the way.
        const promised = () => billing.overview.unbilled(clientId)?.amounts[0]?.amount ?? 0;

        for (const now of steps) {
          const before = promised();
          try {
            if (now.do === 'draft') {
              const [from = '', to = ''] = [now.from, now.to].sort();
              billing.drafts.create({ clientId, from, to, grouping: now.grouping as 'task' });
              expect(Math.abs(promised() - before)).toBeLessThanOrEqual(entries.length + 12);
            } else if (now.do === 'issue') {
              const [id] = draftIds();
              if (id) {
                const net = billing.invoice(id).totals.net;
                await billing.issue(id);
                expect(promised()).toBe(before - net);
              }
            } else if (now.do === 'discard') billing.drafts.discard(draftIds()[0] ?? '');
            else if (now.do === 'write off') {
              const all = ids('SELECT id FROM time_entries ORDER BY id');
              const entryIds = [all[now.which % all.length] ?? ''];
              billing.writeOffs.add({ clientId, entryIds, taskIds: [], fees: [], reason: '' });
            } else if (now.do === 'write off the task') {
              const taskIds = [tasks[2] ?? ''];
              billing.writeOffs.add({ clientId, entryIds: [], taskIds, fees: [], reason: '' });
              check();
              add({ ...now.later, task: 2 });
            } else if (now.do === 'take back') {
              const [first] = billing.writeOffs.list(clientId);
              if (first) billing.writeOffs.takeBack([first.id]);
            } else if (now.do === 'work') add(now.work);
            // What was agreed stays: without it there would be no price at all.
            else if (!agreed.has(store.undoState().undo?.key ?? '')) store.undo();
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
          check();
        }
        const whole = promised();
        billing.drafts.create({ clientId, from: '2026-01-01', to: '2026-12-31', grouping: 'task' });
        expect(promised()).toBe(whole);
        const nets = draftIds().map((id) => billing.invoice(id).totals.net);
        expect(nets.reduce((sum, net) => sum + net, 0)).toBe(whole);
        expect(store.sql.pragma('foreign_key_check')).toEqual([]);
        store.close();
      },
    ),
    { numRuns: runs(12, 300) },
  );
}, 300_000);
