import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Backup, backupDue, backupName, parseBackupName, superfluous } from '#shared/domain/backup.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 25, 22, 30);
const at = (time: number): Backup => ({ name: backupName(time, 'scheduled'), at: time, reason: 'scheduled' });

describe('backup names', () => {
  it('say when and why, and survive a round trip to the second', () => {
    expect(backupName(now, 'migration')).toBe('clientele-20261125T223000Z-migration.db');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (time) => {
        expect(parseBackupName(backupName(time, 'manual'))?.at).toBe(Math.floor(time / 1_000) * 1_000);
      }),
    );
  });

  it.each([
    'clientele.db',
    'partial.db',
    '../clientele-20261125T223000Z-manual.db',
    'clientele-20261399T223000Z-manual.db',
  ])('do not recognise %s', (name) => expect(parseBackupName(name)).toBeNull());
});

describe('what is kept', () => {
  it('is three of today and one a day up to ten, in the zone of the person', () => {
    const every = Array.from({ length: 24 * 20 }, (_, index) => at(now - index * hour));
    const gone = new Set(superfluous(every, now, 'Asia/Kathmandu'));
    const kept = every.filter((backup) => !gone.has(backup));
    // 22:30 UTC is 04:15 of the next day in Kathmandu: four of today, the newest three stay; then nine days before.
    expect(kept.map((backup) => (now - backup.at) / hour)).toEqual([
      0, 1, 2, 5, 29, 53, 77, 101, 125, 149, 173, 197,
    ]);
  });

  it('always has the newest, never more than twelve, and does not change when asked again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 * 24 }), { maxLength: 60 }), (ages) => {
        const all = ages.map((age) => at(now - age * hour));
        const gone = superfluous(all, now, 'Europe/Berlin');
        const kept = all.filter((backup) => !gone.includes(backup));
        expect(kept.length).toBeLessThanOrEqual(12);
        if (all.length > 0) expect(kept).toContain([...all].sort((a, b) => b.at - a.at)[0]);
        expect(superfluous(kept, now, 'Europe/Berlin')).toEqual([]);
      }),
    );
  });

  it('is due after the interval, without any, and when the clock was set back', () => {
    expect(backupDue(null, now, hour)).toBe(true);
    expect(backupDue(at(now - hour + 1), now, hour)).toBe(false);
    expect(backupDue(at(now - hour), now, hour)).toBe(true);
    expect(backupDue(at(now + 1), now, hour)).toBe(true);
  });
});
