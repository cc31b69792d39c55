import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundings } from '#shared/domain/billed-rounding.ts';
import { newAgreement } from '#test/support/agreements.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { runs } from '#test/support/runs.ts';

const zones = ['Europe/Tallinn', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe'] as const;

const work = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.nat(23),
  seconds: fc.integer({ min: 0, max: 9_000 }),
  task: fc.nat(3),
  note: fc.constantFrom('', 'Inbox', ' Inbox', 'Call'),
  zone: fc.constantFrom(...zones),
});

const history = fc.record({
  before: fc.array(work, { maxLength: 12 }),
  after: fc.array(work, { maxLength: 12 }),
  grouping: fc.constantFrom('task', 'day', 'one' as const),
  rates: fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 })),
  newTerms: fc.integer({ min: 1, max: 28 }),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  rounding: fc.constantFrom(...roundings),
  minutes: fc.integer({ min: 1, max: 60 }),
  per: fc.constantFrom('entry', 'day' as const),
});

const date = (day: number) => `2026-11-${String(day).padStart(2, '0')}`;

it('what is unbilled is what its drafts come to, to the minor unit, before and after they are made', () => {
  fc.assert(
    fc.property(history, ({ before, after, grouping, rates, newTerms, currency, ...rounding }) => {
      const scene = openBillingScene();
      const clientId = scene.client({ currency, rate: rates[0] });
      scene.rate(clientId, { validFrom: date(newTerms), currency, rate: rates[1] });
      scene.round(clientId, rounding);
      const tasks = [null, scene.task(clientId, 'One'), scene.task(clientId, 'Two'), null];
      const add = (items: typeof before) => {
        for (const { day, hour, seconds, task, note, zone } of items) {
          const start = `${date(day)}T${String(hour).padStart(2, '0')}:00:00Z`;
          scene.entry(clientId, { start, seconds, taskId: tasks[task] ?? null, note, zone });
        }
      };
      const said = () => scene.billing.overview.unbilled(clientId)?.amounts[0]?.amount ?? 0;
      const netOf = (invoiceId: string) => scene.billing.invoice(invoiceId).totals.net;

      add(before);
      const first = scene.draft(clientId, grouping);
      expect(said()).toBe(netOf(first));
      add(after);
      const promised = said();
      const hours = scene.billing.overview.unbilled(clientId);
      const second = scene.draft(clientId);
      const of = (id: string) => scene.billing.invoice(id);
      expect(hours?.seconds).toBe(of(first).workSeconds + of(second).workSeconds);
      expect(hours?.rawSeconds).toBe(of(first).rawSeconds + of(second).rawSeconds);
      expect(promised).toBe(netOf(first) + netOf(second));
      expect(said()).toBe(promised);
      scene.store.close();
    }),
    { numRuns: runs(60) },
  );
});

const priced = fc.record({
  work: fc.array(work, { maxLength: 20 }),
  kinds: fc.array(fc.constantFrom(null, 'email', 'writing'), { minLength: 20, maxLength: 20 }),
  perTask: fc.constantFrom('none', 'writing', 'all' as const),
  from: fc.integer({ min: 1, max: 28 }),
  ended: fc.option(fc.integer({ min: 1, max: 28 })),
  done: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
  price: fc.option(fc.integer({ min: 1, max: 9_999 })),
  writtenOff: fc.nat(3),
  corrected: fc.boolean(),
  rounding: fc.constantFrom(...roundings),
  per: fc.constantFrom('entry', 'day' as const),
});

it('is added up by the database as it is gathered piece by piece for a draft', () => {
  fc.assert(
    fc.property(priced, (given) => {
      const scene = openBillingScene();
      const { billing, store } = scene;
      const clientId = scene.client({ rate: null });
      const { agreementId } = billing.agreements.save({
        ...newAgreement.hourly(clientId, 4567),
        validFrom: date(given.from),
      });
      if (given.perTask !== 'none')
        billing.agreements.save({
          ...newAgreement.perTask(clientId),
          workKinds: given.perTask === 'all' ? null : ['writing'],
        });
      scene.round(clientId, { rounding: given.rounding, minutes: 15, per: given.per });
      const tasks = [scene.task(clientId, 'One'), scene.task(clientId, 'Two')];
      const run = (text: string, ...values: unknown[]) => store.sql.prepare(text).run(...values);
      run(`UPDATE tasks SET work_kind_id = 'writing' WHERE id = ?`, tasks[1]);
      for (const [index, done] of given.done.entries())
        if (done)
          run(
            'UPDATE tasks SET completed_at = ? WHERE id = ?',
            Date.parse('2026-11-20T10:00:00Z'),
            tasks[index],
          );
      if (given.price !== null) billing.taskPrices.set(tasks[0] ?? '', given.price);
      const ids = given.work.map(({ day, hour, seconds, task, note, zone }, index) => {
        const start = `${date(day)}T${String(hour).padStart(2, '0')}:00:00Z`;
        const id = scene.entry(clientId, { start, seconds, taskId: tasks[task] ?? null, note, zone });
        run('UPDATE time_entries SET work_kind_id = ? WHERE id = ?', given.kinds[index], id);
        return id;
      });
      const entryIds = ids.slice(0, given.writtenOff);
      if (entryIds.length > 0)
        billing.writeOffs.add({ clientId, entryIds, taskIds: [], fees: [], reason: '' });
      // Two versions cannot begin on the same day.
      if (given.corrected && given.from !== 15)
        billing.agreements.save({
          ...newAgreement.hourly(clientId, 7000),
          agreementId,
          validFrom: '2026-11-15',
        });
      if (given.ended !== null && given.ended >= Math.max(given.from, given.corrected ? 15 : 0))
        billing.agreements.end({ agreementId, endedOn: date(given.ended) });
      const summary = billing.overview.unbilled(clientId);
      const pieces = billing.periodWork(clientId, '2026-01-01', '2026-12-31', 'task');
      const {
        seconds = 0,
        rawSeconds = 0,
        unpricedSeconds = 0,
        amounts = [],
        waitingSeconds = 0,
      } = summary ?? {};
      expect(amounts).toEqual(pieces.amounts);
      // Where all is by the hour, work without a rate is counted along; see `UnbilledRow`.
      const besides = given.perTask === 'none' && given.price === null ? 0 : unpricedSeconds;
      expect(rawSeconds + besides).toBe(pieces.rawSeconds);
      if (unpricedSeconds === 0) expect(seconds).toBe(pieces.seconds);
      const all = store.sql.prepare(
        `SELECT coalesce(sum((ended_at - started_at) / 1000), 0) FROM time_entries e
         WHERE NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.entry_id = e.id)`,
      );
      expect(rawSeconds + besides + waitingSeconds).toBe(all.pluck().get());
      store.close();
    }),
    { numRuns: runs(80, 800) },
  );
});

it('counts the cycles of a retainer whose fee is due, on a draft or on none, until they are issued', async () => {
  const { billing, store, client } = openBillingScene();
  const clientId = client({ rate: null });
  billing.agreements.save({ ...newAgreement.retainer(clientId), validFrom: '2026-09-01' });
  const cycles = () => billing.overview.unbilled(clientId)?.cycles;
  expect(cycles()).toBe(3);
  const { invoiceId } = billing.drafts.create({
    ...{ clientId, grouping: 'task' },
    ...{ from: '2026-09-01', to: '2026-10-31' },
  });
  expect(cycles()).toBe(3);
  await billing.issue(invoiceId);
  expect(cycles()).toBe(1);
  expect(billing.periodWork(clientId, '2026-09-01', '2026-11-30', 'task')).toMatchObject({
    ...{ cycles: 1, entries: 0 },
  });
  store.close();
});
