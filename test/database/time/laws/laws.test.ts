import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { CLOCK_TOLERANCE } from '#shared/domain/gap.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { length, spanOf } from '#shared/domain/spans.ts';
import { addDays, weekDates } from '#shared/domain/time.ts';
import { runs } from '#test/support/runs.ts';
import { anyStep } from './steps.ts';
import { World } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientele-laws-'));
afterAll(() => rmSync(folder, { recursive: true }));

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
];
const perZone = runs(Math.ceil(60 / zones.length), Math.ceil(3_000 / zones.length));
// A failing run is repeated by what it printed.
const seed = Number(process.env.SEED ?? Math.floor(performance.timeOrigin)) | 0;
const path = process.env.SEED_PATH;

/** Entries that the app has made never overlap, none is negative, and at most one runs. */
function assertApart(world: World): void {
  const settled = world.settled();
  const spans = world
    .entries()
    .map((entry) => spanOf(entry, settled))
    .filter((span) => length(span) > 0)
    .sort((a, b) => a.from - b.from);
  for (const [index, span] of spans.slice(1).entries()) {
    expect(span.from, 'overlap').toBeGreaterThanOrEqual(spans[index]?.to ?? 0);
  }
  expect(world.entries().filter(({ endedAt }) => endedAt === null).length).toBeLessThanOrEqual(1);
}

/** The days of all weeks add up, in any zone, to exactly the sum of the spans. */
function assertTotals(world: World): void {
  world.time.timer.stop();
  const spans = world.entries().map((entry) => spanOf(entry, 0));
  const total = spans.reduce((sum, span) => sum + length(span), 0);
  if (total === 0) return;
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  for (const zone of zones) {
    world.clock.moveTo(zone);
    let weeks = 0;
    let date = weekDates(dateOf(from, zone), 1)[0] ?? '';
    for (; date <= dateOf(to, zone); date = addDays(date, 7)) {
      weeks += world.time.weeks
        .week(date, null)
        .rows.flatMap((row) => row.days)
        .reduce((sum, day) => sum + day, 0);
    }
    expect(weeks, zone).toBe(total);
  }
}

describe('time as evidence', () => {
  it.each(zones)(
    `is neither invented nor lost, whatever happens in whatever order: %s, ${perZone} runs, seed ${seed}`,
    (zone) => {
      let run = 0;
      fc.assert(
        fc.property(fc.array(anyStep, { minLength: 5, maxLength: 40 }), (steps) => {
          const world = new World(join(folder, `laws-${run++ % 4}.db`), zone);
          try {
            for (const step of steps) {
              const before = world.accounted();
              const ahead = world.ahead();
              const up = world.clock.uptime();
              const gaps = new Map(world.gaps().map((gap) => [gap.id, gap]));
              const change = step.run(world);
              world.look();
              assertApart(world);
              // A clock that was corrected is waited for only while time passes; a stop ends the waiting.
              const waited = Math.min(world.clock.uptime() - up, Math.max(0, ahead - world.ahead()));
              expect(waited).toBeLessThanOrEqual(CLOCK_TOLERANCE);
              if (change !== 'any') {
                expect(Math.abs(world.accounted() - before - change + waited), step.name).toBe(0);
              }
              for (const gap of world.gaps()) {
                const old = gaps.get(gap.id);
                gaps.delete(gap.id);
                if (old)
                  expect(gap.endedAt - gap.startedAt).toBeGreaterThanOrEqual(old.endedAt - old.startedAt);
              }
              expect([...gaps.keys()], `${step.name} took a gap away`).toEqual([]);
            }
            assertTotals(world);
          } finally {
            world.close();
          }
        }),
        { numRuns: perZone, seed, ...(path ? { path } : {}) },
      );
    },
    900_000,
  );
});
