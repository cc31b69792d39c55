import { describe, expect, it } from 'vitest';
import { zoneChoices, zoneWords } from '#renderer/lib/zone-choices.ts';

/** 2026-11-22 00:00 UTC. */
const day = 1_795_305_600_000;

describe('choosing a zone', () => {
  it('lists cities by the name they have now, whichever spelling the platform keeps', () => {
    const labels = zoneChoices('Asia/Calcutta').map(({ label }) => label);
    expect(labels).toContain('Kolkata (Asia)');
    expect(labels.filter((label) => /Calcutta|Katmandu|Saigon|Kiev\b/.test(label))).toEqual([]);
  });

  it('is found by what the zone is called and by its offset', () => {
    const words = zoneWords(day, 'en');
    expect(words('Asia/Calcutta')).toBe('India Standard Time UTC+5:30');
    expect(words('America/New_York')).toBe('Eastern Time UTC-5');
    expect(zoneWords(day, 'de')('Europe/Berlin')).toBe('Mitteleuropäische Zeit UTC+1');
  });
});
