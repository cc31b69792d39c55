import { AppError } from '#shared/ipc/errors.ts';

/** The sentence about a name that was refused. */
export function fieldError(problem: unknown, say: (key: string) => string): string {
  const key = problem instanceof AppError ? problem.details.fields?.name : undefined;
  if (key) return say(key);
  return problem instanceof Error ? problem.message : say('internal');
}
