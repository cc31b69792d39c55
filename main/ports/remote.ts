/** Why a call to a remote service ended without an answer, in words of ours. */
export type RemoteProblem =
  /** The cursor is too old or unknown: list everything again. */
  | 'cursor_expired'
  /** The grant is dead; only the person can renew it. */
  | 'reconnect'
  /** Signed in, but not allowed: a scope is missing or the role is too low. */
  | 'denied'
  /** The thing does not exist, or is no longer visible. */
  | 'gone'
  /** Too many requests. */
  | 'limited'
  /** The network or the service cannot be reached. */
  | 'offline'
  /** The service failed. */
  | 'failed'
  /** The service answered what it never should: a damaged page, or one of another form. */
  | 'unreadable'
  /** What was copying ended by itself before it was done. */
  | 'stopped'
  | 'cancelled';

export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  readonly problem: RemoteProblem;
  /** HTTP status, where there was an answer. */
  readonly status: number | null;
  /** The service's own wish, milliseconds. */
  readonly retryAfter: number | null;
  /** A problem that is the person's if it lasts, but has been seen to pass by itself: try again before believing it. */
  readonly mayPass: boolean;

  constructor(
    problem: RemoteProblem,
    details: {
      readonly status?: number | null;
      readonly retryAfter?: number | null;
      readonly mayPass?: boolean;
      readonly cause?: unknown;
    } = {},
  ) {
    super(details.status ? `${problem} (${details.status})` : problem, { cause: details.cause });
    this.problem = problem;
    this.status = details.status ?? null;
    this.retryAfter = details.retryAfter ?? null;
    this.mayPass = details.mayPass ?? false;
  }
}

/** Where to go on: from a cursor of an earlier sync, and inside a list from a page. Nulls begin anew. */
export interface Position {
  readonly cursor: string | null;
  readonly page: string | null;
}

/** Exactly one of the two is set: more pages, or the cursor for next time. */
export interface PageEnd {
  readonly nextPage: string | null;
  readonly nextCursor: string | null;
}
