import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '#shared/ipc/errors.ts';
import { newAgreement } from '#test/support/agreements.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { runs } from '#test/support/runs.ts';

const day = fc.integer({ min: 1, max: 6 }).map((n) => `2026-10-0${n}`);
const which = fc.nat(20);
const work = fc.record({
  day,
  hours: fc.integer({ min: 1, max: 9 }),
  kind: fc.constantFrom(null, 'email', 'travel', 'writing', 'bookkeeping'),
  task: fc.option(fc.nat(2)),
});
const step = fc.oneof(
  fc.record({ do: fc.constant('kind' as const), which, kind: work.map(({ kind }) => kind) }),
  fc.record({ do: fc.constant('kind' as const), which, kind: work.map(({ kind }) => kind) }),
  fc.record({ do: fc.constant('day' as const), which, days: fc.constantFrom(-1, 1, 30) }),
  fc.record({ do: fc.constant('task' as const), which, task: fc.option(fc.nat(2)) }),
  fc.record({ do: fc.constant('length' as const), which, hours: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('delete' as const), which }),
  fc.record({ do: fc.constant('price' as const), task: fc.nat(2), price: fc.option(fc.constant(5000)) }),
  fc.record({ do: fc.constant('add' as const), work }),
  fc.record({ do: fc.constant('take' as const) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
  fc.record({ do: fc.constant('issue' as const) }),
);

it('a draft holds what its work is worth after every change of it, as if it were made anew', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(work, { minLength: 2, maxLength: 8 }),
      fc.array(step, { minLength: 2, maxLength: 8 }),
      fc.constantFrom('task' as const, 'day' as const, 'one' as const),
      async (pieces, steps, grouping) => {
        const scene = openBillingScene();
        const { billing, store } = scene;
        const clientId = scene.client({ rate: null });
        const common = { validFrom: '2026-09-01' };
        const hourly = newAgreement.hourly(clientId);
        billing.agreements.save({ ...hourly, ...common, terms: { kindRates: { email: 6000 } } });
        const over = { after: 480, rate: 7000 };
        const days = { halfFrom: 60, fullFrom: 300, over };
        billing.agreements.save({
          ...{ ...newAgreement.dayRate(clientId), ...common, workKinds: ['travel'] },
          terms: days,
        });
        const retainer = newAgreement.retainer(clientId);
        const terms = { ...retainer.terms, seconds: 4 * 3600, carryCap: 3600 };
        billing.agreements.save({ ...retainer, ...common, terms, workKinds: ['writing'] });
        billing.agreements.save({
          ...{ ...newAgreement.perTask(clientId), ...common, workKinds: ['bookkeeping'] },
        });
        const sql = (text: string, ...values: unknown[]) => store.sql.prepare(text).run(...values);
        const ids = (text: string) => store.sql.prepare<[], string>(text).pluck().all();
        const one = (text: string) => Number(store.sql.prepare(text).pluck().get() ?? 0);
        const change = (text: string, ...values: unknown[]) =>
          store.act({ key: 'undo.entryChanged', values: {} }, (announce) => {
            sql(text, ...values);
            announce('time', clientId);
          });
        const tasks = ['Open', 'Done', 'Kind'].map((title) => scene.task(clientId, title));
        sql('UPDATE tasks SET completed_at = ? WHERE id <> ?', Date.parse('2026-10-08T10:00:00Z'), tasks[0]);
        sql(`UPDATE tasks SET work_kind_id = 'bookkeeping' WHERE id = ?`, tasks[2]);
        const add = ({ day: on, hours, kind, task }: (typeof pieces)[number]) => {
          const taskId = task === null ? null : (tasks[task] ?? null);
          const id = scene.entry(clientId, { start: `${on}T06:00:00Z`, seconds: hours * 3600, taskId });
          sql('UPDATE time_entries SET work_kind_id = ? WHERE id = ?', kind, id);
        };
        for (const piece of pieces) add(piece);
        const draft = () => scene.draft(clientId, grouping);
        const firstDraft = () => ids(`SELECT id FROM invoices WHERE state = 'draft' ORDER BY id`)[0] ?? '';
        const summary = () => {
          const { amounts, waitingSeconds, rawSeconds, unpricedSeconds } =
            billing.overview.unbilled(clientId) ?? {};
          return { amounts, waitingSeconds, rawSeconds, unpricedSeconds };
        };
        const check = () => {
          const held = summary();
          const all = one('SELECT sum((ended_at - started_at) / 1000) FROM time_entries');
          const billed = one('SELECT sum((ended_at - started_at) / 1000) FROM time_entries WHERE billed = 1');
          expect(
            (held.rawSeconds ?? 0) + (held.waitingSeconds ?? 0) + (held.unpricedSeconds ?? 0) + billed,
          ).toBe(all);
          const drafts = ids(`SELECT id FROM invoices WHERE state = 'draft' ORDER BY id`);
          for (const id of drafts) billing.drafts.discard(id);
          const anew = summary();
          // What waits for its day or cycle to be billed counts once that is not on a draft.
          if (anew.waitingSeconds === held.waitingSeconds) expect(held).toEqual(anew);
          for (const _ of drafts) store.undo();
          expect(summary()).toEqual(held);
        };
        draft();
        check();
        for (const now of steps) {
          const all = ids('SELECT id FROM time_entries ORDER BY id');
          const entry = 'which' in now ? all[now.which % Math.max(1, all.length)] : undefined;
          try {
            if (now.do === 'kind')
              change('UPDATE time_entries SET work_kind_id = ? WHERE id = ?', now.kind, entry);
            else if (now.do === 'day')
              change(
                'UPDATE time_entries SET started_at = started_at + @by, ended_at = ended_at + @by WHERE id = @entry',
                { by: now.days * 86_400_000, entry },
              );
            else if (now.do === 'task')
              change(
                'UPDATE time_entries SET task_id = ? WHERE id = ?',
                now.task === null ? null : tasks[now.task],
                entry,
              );
            else if (now.do === 'length')
              change(
                'UPDATE time_entries SET ended_at = started_at + ? WHERE id = ?',
                now.hours * 3_600_000,
                entry,
              );
            else if (now.do === 'delete') change('DELETE FROM time_entries WHERE id = ?', entry);
            else if (now.do === 'price') billing.taskPrices.set(tasks[now.task] ?? '', now.price);
            else if (now.do === 'add') add(now.work);
            else if (now.do === 'take') {
              if (firstDraft() === '') continue;
              billing.newer.take(firstDraft());
              expect(billing.newer.of(firstDraft())).toBeNull();
            } else if (now.do === 'undo') store.undo();
            else if (now.do === 'redo') store.redo();
            else {
              const id = firstDraft();
              if (id) {
                const net = billing.invoice(id).totals.net;
                await billing.issue(id);
                expect(billing.invoice(id).totals.net).toBe(net);
              }
              draft();
            }
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            expect(['locked', 'conflict', 'invalid_input']).toContain(error.code);
          }
          check();
        }
        store.close();
      },
    ),
    { numRuns: runs(12, 200) },
  );
}, 240_000);
