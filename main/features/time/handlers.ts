import { dateOf } from '#shared/domain/local-time.ts';
import type { Span } from '#shared/domain/spans.ts';
import { dayBounds } from '#shared/domain/time.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import { type EntryFilter, mostAtOnce, type timeContract } from '#shared/ipc/time.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FileSaver } from '../../ports/file-saver.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Words } from '../../ports/words.ts';
import type { Store } from '../../store/store.ts';
import { assign } from './assign.ts';
import { Choices } from './choices.ts';
import { ClientMarks } from './client-marks.ts';
import { entriesToCsv } from './csv.ts';
import { DayService } from './days.ts';
import { EntryService } from './entries.ts';
import { historyOf } from './history.ts';
import { EntryList } from './list.ts';
import { TimeRepository } from './repository.ts';
import { TimerService } from './timer.ts';

export interface TimeParts {
  readonly store: Store;
  readonly agenda: Agenda;
  readonly settings: Settings;
  readonly words: Words;
  readonly saver: FileSaver;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** The timer, for the tray and shortcuts, and everything the renderer may ask about time. */
export function createTime({ store, agenda, settings, words, saver, clock, ids }: TimeParts): {
  readonly timer: TimerService;
  readonly days: DayService;
  readonly handlers: Handlers<typeof timeContract>;
} {
  const repository = new TimeRepository(store.sql);
  const timer = new TimerService(store, repository, clock, ids);
  const entries = new EntryService(store, repository, agenda, clock, ids);
  const days = new DayService(repository, new ClientMarks(store.sql), agenda, settings, clock);
  const list = new EntryList(store.sql);
  const choices = new Choices(store.sql);

  const handlers: Handlers<typeof timeContract> = {
    'time.running': () => timer.running(),
    'time.start': (input) => timer.start(input),
    'time.stop': () => timer.stop(),
    'time.switch': (input) => timer.start(input, 'timerSwitched'),
    'time.resume': () => timer.resume(),
    'time.add': (input) => entries.add(input),
    'time.change': (input) => entries.change(input),
    'time.assign': (input) => assign(store, repository, clock, input),
    'time.delete': ({ ids: gone }) => entries.delete(gone),
    'time.fromEvent': ({ key, start }) => entries.fromEvent(key, start),
    'time.day': ({ date, clientId }) => days.day(date, clientId),
    'time.week': ({ date, clientId }) => days.week(date, clientId),
    'time.list': ({ filter, offset, limit }) => {
      const span = spanOfFilter(filter, clock.zone());
      const now = clock.now();
      return {
        rows: list.page(filter, span, now, offset, limit),
        ...list.summary(filter, span, now),
        now,
      };
    },
    'time.ids': ({ filter }) => list.ids(filter, spanOfFilter(filter, clock.zone()), clock.now(), mostAtOnce),
    'time.export': async (filter) => {
      const now = clock.now();
      const rows = list.all(filter, spanOfFilter(filter, clock.zone()), now);
      const saved = await saver.save({
        name: `${words.text('time:csv.file')} ${dateOf(now, clock.zone())}.csv`,
        bytes: new TextEncoder().encode(entriesToCsv(rows, now, words)),
      });
      return saved ? { count: rows.length } : null;
    },
    'time.totalsToday': () => days.today(),
    'time.choices': ({ text, clientId }) => choices.find(text, clientId),
    'time.history': ({ id }) => historyOf(store.sql, id),
  };
  return { timer, days, handlers };
}

/** The filter's dates, both included, as instants; an open side reaches as far as time goes. */
function spanOfFilter(filter: EntryFilter, zone: string): Span | null {
  if (!filter.fromDate && !filter.toDate) return null;
  return {
    from: filter.fromDate ? dayBounds(filter.fromDate, zone).from : 0,
    to: filter.toDate ? dayBounds(filter.toDate, zone).to : Number.MAX_SAFE_INTEGER,
  };
}
