import type { Category } from '#shared/domain/category.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { StartInput } from '#shared/ipc/time.ts';
import type { TimeRepository } from './repository.ts';

/** What time is spent on. */
export interface Subject {
  readonly clientId: string;
  readonly taskId: string | null;
  readonly note: string;
  readonly category: Category | null;
  readonly workKindId: string | null;
}

/**
 * Checks that client and task exist and belong together; the task's category and kind of work hold where none is given.
 * Throws `not_found`, or `invalid_input` at `taskId` for another client's task, `workKindId` for an unknown kind.
 */
export function subjectOf(entries: TimeRepository, input: StartInput): Subject {
  if (!entries.clientExists(input.clientId)) throw new AppError('not_found');
  const taskId = input.taskId ?? null;
  const task = taskId ? entries.task(taskId) : null;
  if (taskId && !task) throw new AppError('not_found');
  if (task && task.clientId !== input.clientId) throw invalidField('taskId', 'time.otherClient');
  if (input.workKindId && !entries.workKindExists(input.workKindId)) {
    throw invalidField('workKindId', 'workKind.unknown');
  }
  return {
    clientId: input.clientId,
    taskId,
    note: input.note ?? '',
    category: input.category === undefined ? (task?.category ?? null) : input.category,
    workKindId: input.workKindId === undefined ? (task?.workKindId ?? null) : input.workKindId,
  };
}
