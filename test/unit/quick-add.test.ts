import { describe, expect, it } from 'vitest';
import { findDates } from '#renderer/features/tasks/quick-add/dates.ts';
import type { Category } from '#shared/domain/category.ts';
import { type QuickPart, readQuickAdd } from '#shared/domain/quick-add.ts';

// Noon in every zone that tests run in is the same day.
const now = 1_795_608_000_000; // Wed 2026-11-25 12:00 UTC
const words = new Map<string, Category>([
  ['key', 'key'],
  ['routine', 'routine'],
  ['nützlich', 'useful'],
]);
const read = (text: string, language = 'en', declined: QuickPart[] = []) =>
  readQuickAdd(text, (part) => findDates(part, now, language), words, new Set(declined));

describe('a typed task', () => {
  it('gives up the date, estimate and category at its end, in any order', () => {
    expect(read('Send tasting invites to the press fri 15:00 45m key')).toEqual({
      title: 'Send tasting invites to the press',
      due: { date: '2026-11-27', time: '15:00' },
      estimateMinutes: 45,
      category: 'key',
    });
    expect(read('Renew listing #routine 1h 30m next monday')).toMatchObject({
      title: 'Renew listing',
      due: { date: '2026-11-30', time: null },
      estimateMinutes: 90,
      category: 'routine',
    });
    expect(read('Call 4 December')).toMatchObject({ title: 'Call', due: { date: '2026-12-04', time: null } });
  });

  it('is read in German too', () => {
    expect(read('Angebot schicken morgen nützlich', 'de')).toMatchObject({
      title: 'Angebot schicken',
      due: { date: '2026-11-26', time: null },
      category: 'useful',
    });
  });

  it('keeps what stands earlier, and never gives up everything', () => {
    expect(read('Report for March 2025 and 3 April').title).toBe('Report for March 2025 and');
    expect(read('Friday meeting notes')).toMatchObject({ title: 'Friday meeting notes', due: null });
    for (const text of ['tomorrow', 'key', '45m'])
      expect(read(text)).toEqual({ title: text, due: null, estimateMinutes: null, category: null });
  });

  it('takes a month alone for what the work is about', () => {
    for (const text of ['Newsletter December', 'Report for March 2025 and April', 'Accounts May'])
      expect(read(text)).toMatchObject({ title: text, due: null });
    expect(read('Rechnungen November', 'de')).toMatchObject({ title: 'Rechnungen November', due: null });
    expect(read('Newsletter December fri')).toMatchObject({
      title: 'Newsletter December',
      due: { date: '2026-11-27' },
    });
    expect(read('Newsletter 1 December').due).toMatchObject({ date: '2026-12-01' });
  });

  it('leaves alone what the person declines', () => {
    expect(read('Order tea tomorrow key', 'en', ['category'])).toMatchObject({
      title: 'Order tea key',
      due: { date: '2026-11-26' },
      category: null,
    });
  });
});
