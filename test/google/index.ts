import { type CalendarWorld, createCalendarWorld } from './calendar/index.ts';
import { createFakeClock, type FakeClock } from './clock.ts';
import { createDriveWorld, type DriveWorld } from './drive/index.ts';
import { createFaults, type Faults } from './faults.ts';
import { createMailLog, type MailLog } from './mails.ts';
import { createOAuthServer, type OAuthServer } from './oauth.ts';
import { createRng, type Rng } from './rng.ts';
import { type LogLine, listen } from './server.ts';
import { type Accounts, createAccounts, type User } from './users.ts';

export interface FakeGoogleOptions {
  /** Same seed, same ids, tokens and order. */
  seed?: number;
  /** UTC ms at which the server's time stands; without it the real time is followed. */
  startAt?: number;
  /** Off only where the fake's own speed would be measured. */
  checkResponses?: boolean;
  port?: number;
}

/** A running fake of Google's OAuth, Calendar v3 and Drive v3 on loopback. */
export interface FakeGoogle {
  /** Root address with a trailing slash, for the client's `rootUrl`. */
  readonly url: string;
  readonly client: { id: string; secret: string };
  readonly calendar: CalendarWorld;
  readonly drive: DriveWorld;
  readonly accounts: Accounts;
  readonly oauth: OAuthServer;
  readonly faults: Faults;
  readonly mails: MailLog;
  readonly clock: FakeClock;
  readonly rng: Rng;
  /** Longest page from now on, whatever is asked for. */
  setPageCap(items: number): void;
  /** Queued work for between two pages: each request for a further page runs one before it is served. */
  readonly meanwhile: (() => void)[];
  /** Adds a user with a primary calendar and an own Drive. */
  addUser(email: string, name?: string, timeZone?: string): User;
  requests(): readonly LogLine[];
  clearRequests(): void;
  /** What a client did that the real service would not have allowed or that the fake does not know. */
  violations(): readonly string[];
  /** @throws Error naming the violations, if there are any. */
  assertClean(): void;
  stop(): Promise<void>;
}

/** The client that the app uses for a server on loopback. */
const FAKE_CLIENT = { id: 'loopback.apps.googleusercontent.com', secret: 'no-secret-on-loopback' };

export async function startFakeGoogle(options: FakeGoogleOptions = {}): Promise<FakeGoogle> {
  const rng = createRng(options.seed ?? 1);
  const clock = createFakeClock(options.startAt);
  const mails = createMailLog();
  const faults = createFaults();
  const accounts = createAccounts(rng, clock.now, [FAKE_CLIENT]);
  const violations: string[] = [];
  const violation = (text: string): void => {
    violations.push(text);
  };
  const calendar = createCalendarWorld(rng, clock, mails);
  const drive = createDriveWorld(rng, clock);
  const oauth = createOAuthServer(accounts, rng, clock.now, violation);
  let log: LogLine[] = [];
  let pageCap = Number.POSITIVE_INFINITY;
  const meanwhile: (() => void)[] = [];
  const server = await listen(
    {
      handlers: { ...calendar.handlers, ...drive.handlers },
      accounts,
      faults,
      clock,
      oauth,
      violation,
      pageCap: () => pageCap,
      meanwhile: () => meanwhile.shift()?.(),
      checkResponses: options.checkResponses ?? true,
      log: (line) => {
        log.push(line);
      },
    },
    options.port,
  );
  return {
    url: server.url,
    client: FAKE_CLIENT,
    calendar,
    drive,
    accounts,
    oauth,
    faults,
    mails,
    clock,
    rng,
    meanwhile,
    setPageCap: (items) => {
      pageCap = items;
    },
    addUser: (email, name, timeZone) => {
      const user = accounts.addUser(email, name);
      calendar.addCalendar(email, email, { primary: true, ...(timeZone ? { timeZone } : {}) });
      drive.store.addUser(email);
      return user;
    },
    requests: () => log,
    clearRequests: () => {
      log = [];
    },
    violations: () => violations,
    assertClean: () => {
      if (violations.length > 0) throw new Error(`the fake Google saw: ${violations.join('; ')}`);
    },
    stop: () => server.close(),
  };
}
