import { createTime } from '#main/features/time/handlers.ts';
import type { Agenda, AgendaItem } from '#main/ports/agenda.ts';
import type { FileSaver, FileToSave } from '#main/ports/file-saver.ts';
import type { IdSource } from '#main/ports/id-source.ts';
import type { Settings } from '#main/ports/settings.ts';
import type { Words } from '#main/ports/words.ts';
import type { Store } from '#main/store/store.ts';
import { preferencesSchema } from '#shared/domain/preferences.ts';
import { CountingIds, FakeClock } from './clock.ts';
import { FakeNotifier } from './notifier.ts';
import { FakePower } from './power.ts';
import { openTestStore } from './store.ts';
import { FakeTimer } from './timer.ts';

/** The time feature over a real store, with two clients, a task each, and a calendar to fill. */
export function openTime(file?: string, clock = new FakeClock(), ids: IdSource = new CountingIds()) {
  return timeOver(openTestStore(file), clock, ids);
}

/** The time feature over a store that is there already. */
export function timeOver(store: Store, clock: FakeClock, ids: IdSource) {
  const events: AgendaItem[] = [];
  const agenda: Agenda = {
    between: (from, to, _zone, clientId) =>
      events.filter(
        (item) => item.start < to && item.end > from && (clientId === null || item.clientId === clientId),
      ),
  };
  const preferences = preferencesSchema.parse({});
  const settings: Settings = {
    get: (key) => ({ ...preferences, window: null, timerKey: null })[key],
    set: () => {
      throw new Error('the time feature changes no settings');
    },
  };
  const power = new FakePower();
  const timer = new FakeTimer(clock);
  const notifier = new FakeNotifier();
  const opened: (string | undefined)[] = [];
  const words: Words = { language: () => 'en', text: (key) => key };
  const saved: FileToSave[] = [];
  const saver: FileSaver = {
    saveParts: () => Promise.reject(new Error('nothing here is saved in parts')),
    save: async (file) => {
      saved.push(file);
      return true;
    },
  };
  const time = createTime({
    ...{ store, agenda, settings, words, saver, clock, ids, power, timer, notifier },
    window: { show: (address) => void opened.push(address), run() {}, say() {}, quit() {}, stay() {} },
    logger: { info() {}, warn() {}, error: (event) => Promise.reject(new Error(event)) },
  });
  return {
    store,
    clock,
    ids,
    events,
    saved,
    power,
    clockwork: timer,
    notifier,
    opened,
    preferences,
    ...time,
  };
}

export const northwind = '01930000-0000-7000-8000-00000000c001';
export const fjord = '01930000-0000-7000-8000-00000000c002';
export const newsletter = '01930000-0000-7000-8000-00000000d001';
export const boardPack = '01930000-0000-7000-8000-00000000d002';

/** Two clients with one task each. */
export function addClients(store: Store): void {
  addClient(store, northwind, 'Northwind Bakery', newsletter, 'December newsletter', 'key');
  addClient(store, fjord, 'Fjord & Co', boardPack, 'Board pack', null);
}

function addClient(
  store: Store,
  id: string,
  name: string,
  taskId: string,
  title: string,
  category: string | null,
): void {
  store.write(() => {
    store.sql
      .prepare(
        `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
         VALUES (?, ?, 'AA', 1, 'Europe/London', '[]', 'en', 'EUR', 1, 1)`,
      )
      .run(id, name);
    store.sql
      .prepare(
        `INSERT INTO board_columns (id, client_id, name, kind, rank) VALUES (?, ?, 'To do', 'todo', 'a0')`,
      )
      .run(`${id}-col`, id);
    store.sql
      .prepare(
        `INSERT INTO tasks (id, client_id, column_id, rank, title, category, created_at, updated_at)
         VALUES (?, ?, ?, 'a0', ?, ?, 1, 1)`,
      )
      .run(taskId, id, `${id}-col`, title, category);
  });
}
