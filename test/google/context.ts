import type { FakeClock } from './clock.ts';
import type { Query } from './query.ts';
import type { User } from './users.ts';

/** What a handler gets: a checked request of a signed-in user. */
export interface Context {
  user: User;
  params: Record<string, string>;
  query: Query;
  body: Record<string, unknown>;
  headers: Record<string, string | undefined>;
  clock: FakeClock;
  /** The service may give shorter pages than asked for; tests use it to get many. */
  pageCap: number;
  /** Set by a fault: the answer must say that the search was incomplete. */
  incomplete: boolean;
  violation(text: string): void;
}

export interface Answer {
  status?: number;
  body?: unknown;
  /** The body as text when it was put together from kept parts; `body` is then used for the checks. */
  text?: string;
  etag?: string;
}

export type Handler = (context: Context) => Answer;
export type Handlers = Record<string, Handler>;
