import { systemClock } from '#main/platform/clock.ts';
import { createIds } from '#main/platform/ids.ts';
import { FakeClock } from '#test/support/clock.ts';
import { boardPack, fjord, newsletter, northwind, openTime } from '#test/support/time.ts';
import { acknowledge } from './acknowledge.ts';

/**
 * Lets the timer run on the file that is named, from the instant that is named, until it is killed. The clock runs
 * faster than the real one, so that many heartbeats fit into a round; each second of it is acknowledged as lived
 * through, and each entry once it is closed.
 */
const [, , file = '', from = ''] = process.argv;
const clock = new FakeClock(from);
const { timer, pulse, clockwork } = openTime(file, clock, createIds(systemClock));
const works = [
  { clientId: northwind, taskId: newsletter },
  { clientId: fjord, taskId: boardPack },
];

pulse.start();
for (let round = 0; ; round++) {
  const entry = timer.start(works[round % works.length] ?? { clientId: northwind });
  acknowledge(`running ${entry.id} ${entry.startedAt}`);
  const seconds = 20 + Math.floor(Math.random() * 200);
  for (let second = 0; second < seconds; second++) {
    clockwork.pass(1_000);
    acknowledge(`lived ${clock.now()}`);
  }
  if (round % 3 !== 0) continue;
  const stopped = timer.stop();
  if (stopped) acknowledge(`closed ${stopped.id} ${stopped.startedAt} ${stopped.endedAt}`);
}
