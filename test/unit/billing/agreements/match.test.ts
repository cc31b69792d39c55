import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Agreement,
  agreementForTask,
  agreementForTime,
  clashOf,
  versionOn,
} from '#shared/domain/agreement-match.ts';

const hourlyOf = (
  id: string,
  workKinds: string[] | null,
  from: string,
  endedOn: string | null = null,
): Agreement => ({
  id,
  kind: 'hourly',
  title: '',
  workKinds,
  endedOn,
  versions: [{ id: `${id}-1`, validFrom: from, currency: 'EUR', rate: 4000, terms: { kindRates: {} } }],
});
const perTask = (id: string, workKinds: string[] | null, from: string): Agreement => ({
  ...hourlyOf(id, workKinds, from),
  kind: 'per_task',
  versions: [{ id: `${id}-1`, validFrom: from, currency: 'EUR', rate: 2200, terms: {} }],
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
const kinds = ['email', 'writing', 'travel'];
const random: fc.Arbitrary<Agreement> = fc
  .record({
    id: fc.uuid(),
    perTask: fc.boolean(),
    workKinds: fc.option(fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 2 })),
    from: day,
    endedOn: fc.option(day),
  })
  .filter(({ from, endedOn }) => endedOn === null || endedOn >= from)
  .map(({ id, perTask: task, workKinds, from, endedOn }) => ({
    ...(task ? perTask(id, workKinds, from) : hourlyOf(id, workKinds, from)),
    endedOn,
  }));

describe('which agreement work belongs to', () => {
  it('is the one that names its kind, else the one for all work, on days on which it holds', () => {
    const all = hourlyOf('all', null, '2026-11-05');
    const writing = hourlyOf('writing', ['writing'], '2026-11-01', '2026-11-10');
    const of = (kind: string | null, date: string) =>
      agreementForTime([all, writing], kind, date)?.agreement.id;
    expect(of('writing', '2026-11-10')).toBe('writing');
    expect(of('writing', '2026-11-11')).toBe('all');
    expect(of('email', '2026-11-05')).toBe('all');
    expect(of(null, '2026-11-05')).toBe('all');
    expect(of('email', '2026-11-04')).toBeUndefined();
  });

  it('keeps prices per task and terms for time apart', () => {
    const both = [perTask('task', null, '2026-11-01'), hourlyOf('time', null, '2026-11-01')];
    expect(agreementForTime(both, null, '2026-11-02')?.kind).toBe('hourly');
    expect(agreementForTask(both, null, '2026-11-02')?.agreement.id).toBe('task');
    expect(agreementForTask(both, null, '2026-10-31')).toBeNull();
  });

  it('takes the newest version that had begun', () => {
    const [first] = hourlyOf('a', null, '2026-11-01').versions;
    if (!first) throw new Error('no version');
    const chain = {
      ...hourlyOf('a', null, '2026-11-01'),
      versions: [first, { ...first, id: 'second', validFrom: '2026-11-10' }],
    } as Extract<Agreement, { kind: 'hourly' }>;
    expect(versionOn(chain, '2026-10-31')).toBeNull();
    expect(versionOn(chain, '2026-11-09')?.id).toBe('a-1');
    expect(versionOn(chain, '2026-11-10')?.id).toBe('second');
    expect(versionOn({ ...chain, endedOn: '2026-11-20' }, '2026-11-21')).toBeNull();
  });
});

describe('agreements side by side', () => {
  it('name the kind that both claim', () => {
    const writing = hourlyOf('b', ['travel', 'writing'], '2026-11-01');
    const claim = { ...hourlyOf('a', ['email', 'writing'], '2026-12-01'), from: '2026-12-01' };
    expect(clashOf(claim, [writing])).toEqual({ with: writing, workKind: 'writing' });
    expect(clashOf(claim, [{ ...writing, endedOn: '2026-11-30' }])).toBeNull();
    expect(clashOf({ ...claim, workKinds: null }, [writing])).toBeNull();
  });

  it('that do not clash never claim the same work, in whatever order they are asked', () => {
    fc.assert(
      fc.property(
        fc.array(random, { maxLength: 6 }),
        fc.option(fc.constantFrom(...kinds)),
        day,
        (made, kind, date) => {
          const kept: Agreement[] = [];
          for (const one of made) {
            const claim = { ...one, from: one.versions[0]?.validFrom ?? '' };
            if (clashOf(claim, kept) === null) kept.push(one);
          }
          const time = agreementForTime(kept, kind, date)?.agreement.id;
          expect(agreementForTime(kept.toReversed(), kind, date)?.agreement.id).toBe(time);
          const task = agreementForTask(kept, kind, date)?.agreement.id;
          expect(agreementForTask(kept.toReversed(), kind, date)?.agreement.id).toBe(task);
        },
      ),
    );
  });
});
