import { dueState } from '#shared/domain/due-day.ts';
import { errorFacts } from '#shared/domain/error-facts.ts';
import { deliver, forgottenAfter, morningPlan, waitFor } from '#shared/domain/reminder.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { OpenReminder } from '#shared/ipc/reminders.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Logger } from '../../ports/logger.ts';
import type { MainWindow } from '../../ports/main-window.ts';
import type { Notifier } from '../../ports/notifier.ts';
import type { Settings } from '../../ports/settings.ts';
import type { TaskDesk } from '../../ports/task-desk.ts';
import type { Timer } from '../../ports/timer.ts';
import type { Words } from '../../ports/words.ts';
import type { Store } from '../../store/store.ts';
import type { Candidate, ReminderRepository } from './repository.ts';
import { morningText, singleText, togetherText } from './texts.ts';

export interface ReminderDeps {
  readonly store: Store;
  readonly rows: ReminderRepository;
  readonly desk: TaskDesk;
  readonly notifier: Notifier;
  readonly window: MainWindow;
  readonly settings: Settings;
  readonly words: Words;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly ids: IdSource;
  readonly logger: Logger;
}

/** Minutes that the notification's own button puts a reminder off. */
const snoozeMinutes = 10;

/** When to look again after a look that failed, milliseconds. */
const retryAfter = 60_000;

type Shown = Candidate & { readonly reminderId: string };

/** Tells at the right minute what is due, once; sleeps until then. */
export class ReminderService {
  readonly #deps: ReminderDeps;
  #cancel = () => {};
  #running = false;
  #checking = false;
  /** The moment of the last look; kept in the database whenever something was told, and at the end. */
  #seenUntil: number | null = null;

  constructor(deps: ReminderDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#running = true;
    this.check();
  }

  stop(): void {
    if (!this.#running) return;
    this.#running = false;
    this.#cancel();
    const { rows, store, logger } = this.#deps;
    const seenUntil = this.#seenUntil;
    if (seenUntil === null) return;
    try {
      store.write(() => rows.saveState({ seenUntil, morningTold: rows.state()?.morningTold ?? null }));
    } catch (error) {
      // Nothing was told since it was last kept, so the next start only looks further back.
      logger.error('reminders.stop', errorFacts(error));
    }
  }

  /** Tells what has come due and waits for the next. Called by the timer, after changes and after sleep. */
  check(): void {
    if (!this.#running || this.#checking) return;
    this.#checking = true;
    this.#cancel();
    const { clock, timer, logger } = this.#deps;
    let next: number | null = null;
    try {
      next = this.#tell(clock.now());
    } catch (error) {
      logger.error('reminders.check', errorFacts(error));
      next = clock.now() + retryAfter;
    }
    this.#checking = false;
    this.#cancel = timer.after(waitFor(next, clock.now()), () => this.check());
  }

  open(): OpenReminder[] {
    return this.#deps.rows.open(50);
  }

  snooze(id: string, minutes: number): void {
    this.#write(() => this.#deps.rows.snooze(id, this.#deps.clock.now() + minutes * 60_000));
  }

  dismiss(id: string): void {
    this.#write(() => this.#deps.rows.handle(id, this.#deps.clock.now()));
  }

  done(id: string): void {
    const taskId = this.#deps.rows.taskOf(id);
    if (taskId === null) throw new AppError('not_found');
    this.#deps.desk.complete(taskId);
    this.dismiss(id);
  }

  #tell(now: number): number | null {
    const { rows, store, settings, clock, ids } = this.#deps;
    const zone = clock.zone();
    const kept = rows.state();
    const told = kept?.morningTold ?? null;
    const on = settings.get('remindersOn');
    const morning = morningPlan(on ? settings.get('morningListTime') : null, told, now, zone);
    // After a clock was set back, what it passes again is looked at again; the record keeps it from repeating.
    const seen = Math.min(this.#seenUntil ?? kept?.seenUntil ?? now, now);
    const due = on ? rows.due(Math.max(seen, now - forgottenAfter), now) : [];
    const shown: Shown[] = due.map((task) => ({ ...task, reminderId: task.reminderId ?? ids.next() }));
    if (kept === null || due.length > 0 || morning.day !== null) {
      store.write((announce) => {
        for (const [index, task] of shown.entries()) {
          if (due[index]?.reminderId) rows.showAgain(task.reminderId, now);
          else rows.add({ id: task.reminderId, taskId: task.id, at: task.dueAt, shownAt: now });
        }
        rows.saveState({ seenUntil: now, morningTold: morning.day ?? told });
        if (due.length > 0) announce('reminders');
      });
    }
    // Not before it is kept: what a full disk held up is looked at again.
    this.#seenUntil = now;
    this.#show(shown, now, zone);
    if (morning.day !== null) this.#showMorning(morning.day, now, zone);
    return earliest(on ? rows.next(now) : null, morning.next);
  }

  #show(tasks: readonly Shown[], now: number, zone: string): void {
    const { words, settings, notifier, window, logger } = this.#deps;
    if (tasks.length === 0) return;
    const details = settings.get('notificationDetails');
    const { single, together } = deliver(tasks, now);
    for (const task of single) {
      notifier.show({
        ...singleText(words, task, zone, details),
        actions: [
          { id: 'done', text: words.text('reminders:done') },
          { id: 'snooze', text: words.text('reminders:snooze', { count: snoozeMinutes }) },
        ],
        onAction: (action) => this.#act(task, action),
      });
    }
    if (together.length > 0) {
      notifier.show({
        ...togetherText(words, together, zone, details),
        actions: [],
        onAction: () => window.show('#/today'),
      });
    }
    logger.info('reminders.told', { single: single.length, together: together.length });
  }

  #act(task: Shown, action: string | null): void {
    const { window, logger } = this.#deps;
    try {
      if (action === 'done') this.done(task.reminderId);
      else if (action === 'snooze') this.snooze(task.reminderId, snoozeMinutes);
      else {
        window.show(`#/client/${task.clientId}/board?task=${task.id}`);
        this.dismiss(task.reminderId);
      }
    } catch (error) {
      // The task may have been deleted or dealt with in the meantime; the app itself shows how things stand.
      logger.warn('reminders.action', { error: error instanceof AppError ? error.code : 'unknown' });
    }
  }

  #showMorning(day: string, now: number, zone: string): void {
    const { desk, words, settings, notifier, window } = this.#deps;
    const tasks = desk.dueUntil(day, zone);
    if (tasks.length === 0) return;
    const late = tasks.filter(({ due }) => due !== null && dueState(due, now, zone) === 'overdue');
    const today = tasks.filter((task) => !late.includes(task)).map(({ title }) => title);
    notifier.show({
      ...morningText(words, { due: today, overdue: late.length }, settings.get('notificationDetails')),
      actions: [],
      onAction: () => window.show('#/today'),
    });
  }

  #write(work: () => boolean): void {
    const changed = this.#deps.store.write((announce) => {
      announce('reminders');
      return work();
    });
    if (!changed) throw new AppError('not_found');
  }
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}
