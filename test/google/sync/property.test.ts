import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startFakeGoogle } from '../index.ts';
import { createHarness, type Harness } from '../support/harness.ts';
import { leftovers, localEvents, localFiles, remoteEvents, remoteFiles } from './compare.ts';
import { perform, type Step, stepArb, type World } from './history.ts';

const RUNS = Number(process.env.CLIENTELE_PROPERTY_RUNS ?? (process.env.CLIENTELE_NIGHTLY ? 1_000 : 100));
const seed = Number(process.env.CLIENTELE_SEED ?? Math.floor(performance.timeOrigin)) | 0;
const VA = 'va@example.com';
const OWNER = 'client@example.org';

interface Scene {
  readonly app: Harness;
  readonly account: string;
  readonly world: World;
}

async function open(): Promise<Scene> {
  const google = await startFakeGoogle({ seed: 1, startAt: 1_780_000_000_000 });
  google.addUser(VA);
  google.addUser(OWNER);
  const drive = google.drive.store;
  const mine = google.calendar.addCalendar(VA, 'Mine');
  const theirs = google.calendar.addCalendar(OWNER, 'Theirs');
  google.calendar.share(theirs.id, VA, 'reader');
  const outer = drive.folder(OWNER, drive.rootOf(OWNER), 'Outer').id;
  drive.share(outer, VA);
  const shared = drive.addSharedDrive('Agency', [VA, OWNER]);
  const acme = drive.folder(VA, drive.rootOf(VA), 'Acme').id;
  const nested = drive.folder(VA, acme, 'Nested').id;
  const below = drive.folder(OWNER, outer, 'Below').id;
  const plans = drive.folder(OWNER, shared.id, 'Plans').id;

  const app = createHarness(google);
  const account = await app.connect(VA);
  const [first, second] = [app.addClient(), app.addClient()];
  await app.engine.account(account);
  app.assign(mine.id, first);
  app.assign(theirs.id, second);
  app.assignFolder(account, acme, '', first);
  app.assignFolder(account, nested, '', second);
  app.assignFolder(account, below, '', second);
  app.assignFolder(account, plans, shared.id, second);
  google.setPageCap(3);
  const world = {
    google,
    va: VA,
    owner: OWNER,
    calendars: [mine, theirs],
    sharedDrive: shared.id,
    roots: [acme, nested, below, plans],
    outer,
  };
  return { app, account, world };
}

/** The folders whose contents are the copy's business: those that the account can still see. */
function expectSame({ app, account, world }: Scene): void {
  const { google } = world;
  const problem = app.store.sql.prepare('SELECT problem FROM accounts').get();
  expect(problem).toEqual({ problem: null });
  for (const calendar of world.calendars) {
    const seen = calendar.roles.has(VA);
    expect(localEvents(app.store, calendar.id)).toEqual(seen ? remoteEvents(google, calendar.id) : []);
  }
  expect(localFiles(app.store, account)).toEqual(remoteFiles(google, VA, world.roots));
  expect(leftovers(app.store)).toBe(0);
  google.assertClean();
}

async function play(steps: readonly Step[]): Promise<void> {
  const scene = await open();
  const { app, account, world } = scene;
  try {
    await app.engine.account(account);
    for (const step of steps) {
      if (step.what === 'sync') await app.engine.account(account, step.a % 2 === 0);
      else if (step.between) world.google.meanwhile.push(() => perform(world, step));
      else perform(world, step);
    }
    // In the end it is quiet, and one round catches up with everything.
    for (const late of world.google.meanwhile.splice(0)) late();
    world.google.faults.clear();
    await app.engine.account(account, true);
    await app.engine.account(account, true);
    expectSame(scene);
    world.google.clearRequests();
    await app.engine.account(account);
    const quiet = world.google.requests().filter((line) => line.operation !== 'oauth.token');
    expect(
      quiet.every((line) => ['calendar.events.list', 'drive.changes.list'].includes(line.operation)),
    ).toBe(true);
  } finally {
    app.store.close();
    await world.google.stop();
  }
}

test(`any remote history ends in an equal copy: ${RUNS} histories, seed ${seed}`, async () => {
  const histories = fc.array(stepArb, { minLength: 5, maxLength: 45 });
  await fc.assert(fc.asyncProperty(histories, play), { seed, numRuns: RUNS, endOnFailure: false });
}, 3_600_000);
