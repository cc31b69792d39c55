import type { Handlers } from '#shared/ipc/method.ts';
import type { remindersContract } from '#shared/ipc/reminders.ts';
import type { Topic } from '#shared/ipc/topics.ts';
import type { Power } from '../../ports/power.ts';
import { ReminderRepository } from './repository.ts';
import { type ReminderDeps, ReminderService } from './service.ts';

export interface RemindersFeature {
  readonly handlers: Handlers<typeof remindersContract>;
  start(): void;
  stop(): void;
}

/** Changes after which something else may be due next. */
const relevant: readonly Topic[] = ['tasks', 'clients', 'reminders', 'settings'];

/** Makes the reminders feature, listening for what changes its plans, and binds it to the contract. */
export function remindersFeature(
  deps: Omit<ReminderDeps, 'rows'> & { readonly power: Power },
): RemindersFeature {
  const service = new ReminderService({ ...deps, rows: new ReminderRepository(deps.store.sql) });
  const endings = [
    deps.store.feed.subscribe((changes) => {
      if (changes.some(({ topic }) => relevant.includes(topic))) service.check();
    }),
    deps.power.onReturn(() => service.check()),
  ];
  return {
    start: () => service.start(),
    stop() {
      for (const end of endings) end();
      service.stop();
    },
    handlers: {
      'reminders.open': () => service.open(),
      'reminders.snooze': ({ id, minutes }) => service.snooze(id, minutes),
      'reminders.done': ({ id }) => service.done(id),
      'reminders.dismiss': ({ id }) => service.dismiss(id),
    },
  };
}
