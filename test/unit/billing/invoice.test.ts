import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billableSeconds, groupings, timeNet, totalsOf } from '#shared/domain/invoice.ts';
import { groupWork, type WorkItem } from '#shared/domain/invoice-grouping.ts';
import { formatNumber, missingCounters, patternProblem } from '#shared/domain/number-series.ts';

const item: fc.Arbitrary<WorkItem> = fc.record({
  entryId: fc.uuid(),
  taskId: fc.option(fc.constantFrom('t1', 't2', 't3')),
  taskTitle: fc.constant('Task'),
  workKindId: fc.constantFrom(null, 'email'),
  date: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
  startedAt: fc.integer({ min: 0, max: 1e12 }),
  seconds: fc.integer({ min: 0, max: 100_000 }),
  rawSeconds: fc.integer({ min: 0, max: 100_000 }),
  rate: fc.constantFrom(4500, 6000, 3333),
});
const items = fc.uniqueArray(item, { selector: ({ entryId }) => entryId, maxLength: 60 });

describe('lines from work', () => {
  it('puts every entry on exactly one line, with all its seconds and its own rate', () => {
    fc.assert(
      fc.property(items, fc.constantFrom(...groupings), (work, grouping) => {
        const groups = groupWork(work, grouping);
        const placed = groups.flatMap((group) => group.entryIds);
        expect(placed.toSorted()).toEqual(work.map(({ entryId }) => entryId).toSorted());
        const rates = new Map(work.map(({ entryId, rate }) => [entryId, rate]));
        for (const group of groups) {
          expect(group.entryIds.length).toBeGreaterThan(0);
          expect(new Set(group.entryIds.map((id) => rates.get(id)))).toEqual(new Set([group.rate]));
        }
        const sum = (list: readonly { seconds: number }[]) => list.reduce((n, { seconds }) => n + seconds, 0);
        expect(sum(groups)).toBe(sum(work));
      }),
    );
  });

  it('charges the same however it is grouped, but for half a minor unit a line', () => {
    fc.assert(
      fc.property(items, (work) => {
        const nets = groupings.map((grouping) => {
          const groups = groupWork(work, grouping);
          const net = groups.reduce((sum, { seconds, rate }) => sum + timeNet(seconds, rate, 'EUR'), 0);
          return { net, lines: groups.length };
        });
        const exact = work.reduce((sum, { seconds, rate }) => sum + BigInt(seconds) * BigInt(rate), 0n);
        for (const { net, lines } of nets) {
          const error = BigInt(net) * 3600n - exact;
          expect((error < 0n ? -error : error) <= 1800n * BigInt(lines)).toBe(true);
        }
      }),
    );
  });

  it('bills whole seconds, never a begun one', () => {
    expect([0, 999, 1000, 1999, 3_600_000].map((end) => billableSeconds(0, end))).toEqual([0, 0, 1, 1, 3600]);
    expect(timeNet(5 * 3600 + 40 * 60, 4500, 'EUR')).toBe(25_500);
    expect(timeNet(1, 4500, 'EUR')).toBe(1);
    expect(timeNet(3600, 5000, 'JPY')).toBe(5000);
  });
});

describe('totals', () => {
  const line = fc.record({
    net: fc.integer({ min: -1_000_000, max: 10_000_000 }),
    tax: fc.constantFrom(
      { category: 'standard' as const, rate: 19_000 },
      { category: 'standard' as const, rate: 7_000 },
      { category: 'none' as const, rate: 0 },
    ),
  });

  it('adds up to the minor unit, with tax once per rate on the sum', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const totals = totalsOf(lines, 'EUR');
        expect(totals.net).toBe(lines.reduce((sum, { net }) => sum + net, 0));
        expect(totals.taxes.reduce((sum, { net }) => sum + net, 0)).toBe(totals.net);
        expect(totals.gross).toBe(totals.net + totals.tax);
        expect(totals.taxes.length).toBe(new Set(lines.map(({ tax }) => tax.rate)).size);
        for (const { rate, net, tax } of totals.taxes) {
          const error = BigInt(tax) * 100_000n - BigInt(net) * BigInt(rate);
          expect((error < 0n ? -error : error) <= 50_000n).toBe(true);
        }
      }),
    );
  });

  it('does not round the tax of each line: three times 0.33 at 19 % is 0.19, not 0.18', () => {
    const lines = [33, 33, 33].map((net) => ({ net, tax: { category: 'standard' as const, rate: 19_000 } }));
    expect(totalsOf(lines, 'EUR')).toMatchObject({ net: 99, tax: 19, gross: 118 });
  });
});

describe('number series', () => {
  const on = (issueDate: string, clientCode = 'AB') => ({ issueDate, clientCode });
  it('writes year and counter', () => {
    expect(formatNumber('{YYYY}-{NNN}', on('2026-11-25'), 45)).toBe('2026-045');
    expect(formatNumber('RE {YY}/{N}', on('2026-11-25'), 1234)).toBe('RE 26/1234');
    expect(formatNumber('{CLIENT}-{NN}', on('2026-11-25', 'NB'), 7)).toBe('NB-07');
  });

  it('gives different numbers for different counters and years', () => {
    const place = fc.record({
      year: fc.integer({ min: 2000, max: 2099 }),
      n: fc.integer({ min: 1, max: 99_999 }),
    });
    fc.assert(
      fc.property(
        place,
        place,
        fc.constantFrom('{YYYY}-{NNN}', '{N}/{YY}', 'A{YY}.{NNNN}'),
        (a, b, pattern) => {
          expect(patternProblem({ scope: 'year', pattern })).toBeNull();
          const [first, second] = [a, b].map(({ year, n }) => formatNumber(pattern, on(`${year}-01-01`), n));
          expect(first === second).toBe(a.year === b.year && a.n === b.n);
        },
      ),
    );
  });

  it.each([
    ['', 'field.required'],
    ['2026', 'series.oneCounter'],
    ['{N}-{NN}-{YY}', 'series.oneCounter'],
    ['{NNN}', 'series.needsYear'],
    ['{YY}{NNN}', 'series.needsSeparator'],
    ['{YY}-{NNN}<b>', 'series.characters'],
    ['{MM}-{YY}-{NNN}', 'series.characters'],
  ])('refuses the pattern %s', (pattern, problem) => {
    expect(patternProblem({ scope: 'year', pattern })).toBe(problem);
  });

  it('needs the code of the client where each counts alone', () => {
    expect(patternProblem({ scope: 'client', pattern: '{YYYY}-{NNN}' })).toBe('series.needsClient');
    expect(patternProblem({ scope: 'client', pattern: '{CLIENT}{NNN}' })).toBe('series.needsSeparator');
    expect(patternProblem({ scope: 'client', pattern: '{CLIENT}-{NNN}' })).toBeNull();
  });

  it('finds every missing counter', () => {
    expect(missingCounters(3, 8, [3, 5, 7])).toEqual([4, 6]);
    expect(missingCounters(1, 1, [])).toEqual([]);
  });
});
