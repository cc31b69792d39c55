import { z } from 'zod';
import { id } from './fields.ts';
import { read, write } from './method.ts';

/** A reminder that was told and that nobody has dealt with yet. */
export interface OpenReminder {
  readonly id: string;
  readonly taskId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly clientColor: number;
  readonly title: string;
  /** When the task is due, UTC milliseconds. */
  readonly at: number;
}

const one = z.strictObject({ id });

export const remindersContract = {
  'reminders.open': read<readonly OpenReminder[]>()(z.undefined(), ['reminders', 'tasks', 'clients']),
  'reminders.snooze': write()(
    z.strictObject({
      id,
      minutes: z
        .int()
        .min(1)
        .max(24 * 60),
    }),
  ),
  /** Completes the task. */
  'reminders.done': write()(one),
  'reminders.dismiss': write()(one),
};
