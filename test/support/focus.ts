import { focusFeature } from '#main/features/focus/handlers.ts';
import type { AgendaItem } from '#main/ports/agenda.ts';
import type { IdSource } from '#main/ports/id-source.ts';
import { CountingIds, FakeClock } from './clock.ts';
import { openTime } from './time.ts';

/** The time feature as `openTime` gives it, with rounds of focus over it; an error that nobody expects fails the test. */
export function openFocus(
  file?: string,
  clock = new FakeClock(),
  ids: IdSource = new CountingIds(),
  onError: (event: string) => void = (event) => void Promise.reject(new Error(event)),
) {
  const time = openTime(file, clock, ids);
  const words = { language: () => 'en' as const, text: (key: string) => key };
  const feature = focusFeature({
    ...{ store: time.store, clock, words, power: time.power, timer: time.clockwork, notifier: time.notifier },
    settings: { get: (key) => ({ ...time.preferences, window: null, timerKey: null })[key], set() {} },
    agenda: { between: (from, to) => time.events.filter((item) => item.start < to && item.end > from) },
    window: { show: (address) => void time.opened.push(address), run() {}, say() {}, quit() {}, stay() {} },
    logger: { info() {}, warn() {}, error: onError },
    work: {
      running: () => time.timer.running(),
      last: () => time.timer.last(),
      start: (input) => time.timer.start(input),
      stop: () => time.timer.stop(),
      resume: () => time.timer.resume(),
      observe: (how) => void time.watch.observe(how),
      onLook: (watcher) => time.watch.onLook(watcher),
      gapsWithin: time.gapsWithin,
      trackedSince: time.trackedSince,
    },
  });
  return { ...time, focus: feature.focus, feature };
}

/** A timed event with a meeting link. */
export function meeting(
  clientId: string,
  start: number,
  end: number,
  more: Partial<AgendaItem> = {},
): AgendaItem {
  return {
    ...{ key: `meeting-${start}`, eventId: 'meeting', title: 'Call', allDay: false },
    ...{ clientId, start, end, meetingUrl: 'https://meet.example/abc' },
    ...more,
  };
}
