import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundings } from '#shared/domain/billed-rounding.ts';
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
