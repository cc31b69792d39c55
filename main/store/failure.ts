import { type ErrorFacts, errorFacts } from '#shared/domain/error-facts.ts';
import { AppError, type ErrorCode, type ErrorDetails } from '#shared/ipc/errors.ts';

/** An error on its way to another thread: what it means and never what it quotes. */
export type Failure =
  | { readonly code: ErrorCode; readonly details: ErrorDetails }
  | { readonly code: null; readonly facts: ErrorFacts };

/** Something that nobody expected in a thread, with what a log may hold of it. */
export class ThreadError extends Error {
  readonly facts: ErrorFacts;

  constructor(facts: ErrorFacts) {
    super('a thread failed');
    this.facts = facts;
  }
}

export function packed(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, details: error.details };
  return { code: null, facts: errorFacts(error) };
}

export function unpacked(failure: Failure): Error {
  return failure.code === null ? new ThreadError(failure.facts) : new AppError(failure.code, failure.details);
}
