import { dateOf } from '#shared/domain/local-time.ts';
import { clip, type Span, spanOf, total, union } from '#shared/domain/spans.ts';
import { dayBounds } from '#shared/domain/time.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import { type Choice, type EntryFilter, mostAtOnce, type timeContract } from '#shared/ipc/time.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FileSaver } from '../../ports/file-saver.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Logger } from '../../ports/logger.ts';
import type { MainWindow } from '../../ports/main-window.ts';
import type { Notifier } from '../../ports/notifier.ts';
import type { Power } from '../../ports/power.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Timer } from '../../ports/timer.ts';
import type { Words } from '../../ports/words.ts';
import type { Store } from '../../store/store.ts';
import { GapAnswers } from './answers.ts';
import { assign } from './assign.ts';
import { Beats } from './beats.ts';
import { CellService } from './cells.ts';
import { Choices } from './choices.ts';
import { ClientMarks } from './client-marks.ts';
import { entriesToCsv } from './csv.ts';
import { DayEvents } from './day-events.ts';
import { DayService } from './days.ts';
import { EntryService } from './entries.ts';
import { guardEvidence } from './evidence.ts';
import { GapRepository } from './gap-rows.ts';
import { historyOf } from './history.ts';
import { EntryList } from './list.ts';
import { overlapOf } from './overlap.ts';
import { PieceService } from './pieces.ts';
import { TimerPulse } from './pulse.ts';
import { Recorder } from './recorder.ts';
import { TimeRepository } from './repository.ts';
import { Reviews } from './reviews.ts';
import { TimerService } from './timer.ts';
import { TimerWatch } from './watch.ts';
import { WeekService } from './weeks.ts';

export interface TimeParts {
  readonly store: Store;
  readonly agenda: Agenda;
  readonly settings: Settings;
  readonly words: Words;
  readonly saver: FileSaver;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly power: Power;
  readonly timer: Timer;
  readonly notifier: Notifier;
  readonly window: MainWindow;
  readonly logger: Logger;
}

export interface TimeFeature {
  readonly timer: TimerService;
  /** Settles the running timer; `onLook` tells what that found. */
  readonly watch: TimerWatch;
  /** What of a span is in gaps, answered or not. */
  readonly gapsWithin: (span: Span) => Span[];
  /** Milliseconds from an instant on that entries cover, the running one as far as it is settled. */
  readonly trackedSince: (from: number) => number;
  readonly days: DayService;
  readonly weeks: WeekService;
  /** Lately tracked work that is still open, the last first. */
  readonly recent: () => readonly Choice[];
  /** Looks at the running timer every so often, from `start` to `stop`. */
  readonly pulse: TimerPulse;
  /** Runs something that may change time, with the running timer settled before and looked after afterwards. */
  readonly around: <T>(work: () => T) => T;
  readonly handlers: Handlers<typeof timeContract>;
}

/** The timer, for the tray and shortcuts, and everything the renderer may ask about time. */
export function createTime(parts: TimeParts): TimeFeature {
  const { store, agenda, words, saver, clock, ids } = parts;
  const repository = new TimeRepository(store.sql);
  const gaps = new GapRepository(store.sql);
  const beats = new Beats(store.sql);
  const base = { ...parts, entries: repository, gaps, beats };
  const recorder = new Recorder(store, repository, gaps, clock, ids);
  const watch = new TimerWatch({ ...base, recorder, runId: ids.next() });
  const timer = new TimerService({ ...base, watch });
  const pulse = new TimerPulse({ ...parts, watch, feed: store.feed, stopTimer: () => void timer.stop() });
  const entries = new EntryService(store, repository, agenda, clock, ids);
  const answers = new GapAnswers(base);
  const pieces = new PieceService(base);
  const events = new DayEvents(repository, new ClientMarks(store.sql), agenda);
  const reviews = new Reviews({ ...base, answers, events });
  const days = new DayService({ ...base, events, reviews });
  const weeks = new WeekService(base);
  const cells = new CellService(base);
  const list = new EntryList(store.sql);
  const choices = new Choices(store.sql, words);
  guardEvidence(store);

  const around = <T>(work: () => T): T => {
    const before = watch.observe({ acting: true });
    const result = work();
    watch.adopt(before);
    return result;
  };

  const handlers: Handlers<typeof timeContract> = {
    'time.running': () => timer.running(),
    'time.start': (input) => timer.start(input),
    'time.stop': () => timer.stop(),
    'time.switch': (input) => timer.start(input, 'timerSwitched'),
    'time.resume': () => timer.resume(),
    'time.add': (input) => around(() => entries.add(input)),
    'time.change': (input) => around(() => entries.change(input)),
    'time.assign': (input) => assign(store, repository, clock, input),
    'time.delete': ({ ids: gone }) => around(() => entries.delete(gone)),
    'time.fromEvent': ({ key, start }) => around(() => entries.fromEvent(key, start)),
    'time.startOnEvent': ({ key, start }) => timer.startOnEvent(key, start),
    'time.stopAt': ({ id, at }) => timer.stopAt(id, at),
    'time.stillWorking': () => watch.stillWorking(),
    'time.confirmWorking': ({ id }) => watch.confirmWorking(id),
    'time.gaps': () => reviews.open(),
    'time.answerGap': (input) => {
      const seenEnd = gaps.byId(input.id)?.endedAt ?? null;
      return around(() => answers.answer(input, seenEnd));
    },
    'time.split': ({ id, at }) => around(() => pieces.split(id, at)),
    'time.merge': ({ ids: merged }) => around(() => pieces.merge(merged)),
    'time.moveEdge': ({ id, edge, at }) => around(() => pieces.moveEdge(id, edge, at)),
    'time.overlap': ({ from, to, besides }) => overlapOf(repository, { from, to }, besides, clock.now()),
    'time.day': ({ date, clientId }) => days.day(date, clientId),
    'time.week': ({ date, clientId }) => weeks.week(date, clientId),
    'time.setCell': (input) => around(() => cells.set(input)),
    'time.list': ({ filter, offset, limit }) => {
      const span = spanOfFilter(filter, filter.zone ?? clock.zone());
      const now = clock.now();
      return {
        rows: list.page(filter, span, now, offset, limit),
        ...list.summary(filter, span, now),
        now,
      };
    },
    'time.ids': ({ filter }) =>
      list.ids(filter, spanOfFilter(filter, filter.zone ?? clock.zone()), clock.now(), mostAtOnce),
    'time.export': async (filter) => {
      const now = clock.now();
      const rows = list.all(filter, spanOfFilter(filter, filter.zone ?? clock.zone()), now);
      const saved = await saver.save({
        name: `${words.text('time:csv.file')} ${dateOf(now, clock.zone())}.csv`,
        bytes: new TextEncoder().encode(entriesToCsv(rows, now, words, repository.workKindNames(words))),
      });
      return saved ? { count: rows.length } : null;
    },
    'time.totalsToday': () => days.today(),
    'time.choices': ({ text, clientId }) => choices.find(text, clientId),
    'time.history': ({ id }) => historyOf(store.sql, id),
  };
  const recent = () => choices.find('', null).filter((choice) => choice.recent);
  const trackedSince = (from: number) => {
    const now = Math.max(beats.read()?.wall ?? 0, clock.now());
    const span = { from, to: Number.MAX_SAFE_INTEGER };
    const spans = repository.touching(span, now, null).map((entry) => clip(spanOf(entry, now), span));
    return total(union(spans.filter((part) => part !== null)));
  };
  const gapsWithin = (span: Span) =>
    gaps.touching(span, null).map(({ startedAt, endedAt }) => ({ from: startedAt, to: endedAt }));
  return { timer, watch, gapsWithin, trackedSince, days, weeks, recent, pulse, around, handlers };
}

/** The filter's dates, both included, as instants; an open side reaches as far as time goes. */
function spanOfFilter(filter: EntryFilter, zone: string): Span | null {
  if (!filter.fromDate && !filter.toDate) return null;
  return {
    from: filter.fromDate ? dayBounds(filter.fromDate, zone).from : 0,
    to: filter.toDate ? dayBounds(filter.toDate, zone).to : Number.MAX_SAFE_INTEGER,
  };
}
