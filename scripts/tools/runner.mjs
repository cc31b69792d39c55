import { say } from '../setup/say.mjs';
import { BROKEN, summaryLine, total } from './counts.mjs';

/**
 * Runs suites one after the other, all of them even when one fails, and prints a table whose last
 * line is the sum. A suite is `{ name, run, when?, needs? }`: `when` says whether it applies here,
 * `needs` names an earlier suite without whose success it cannot run. Answers the exit code.
 */
export async function runSuites(suites, { clock = () => performance.now(), print = say } = {}) {
  const results = [];
  for (const suite of suites) {
    if (suite.when && !suite.when()) continue;
    const blocker = results.find((result) => result.name === suite.needs && result.counts.failed > 0);
    const begun = clock();
    if (blocker) print(suite.name, `not run, because ${blocker.name} failed`);
    else print(suite.name, 'running');
    const counts = blocker ? BROKEN : await guarded(suite, print);
    results.push({ name: suite.name, counts, seconds: (clock() - begun) / 1000 });
  }
  process.stdout.write('\n');
  for (const { name, counts, seconds } of results) {
    process.stdout.write(`${name.padEnd(16)} ${seconds.toFixed(1).padStart(7)} s   ${summaryLine(counts)}\n`);
  }
  const sum = total(results.map((result) => result.counts));
  process.stdout.write(`${summaryLine(sum)}\n`);
  return sum.failed === 0 ? 0 : 1;
}

async function guarded(suite, print) {
  try {
    return await suite.run();
  } catch (error) {
    print(suite.name, error.stack ?? String(error));
    return BROKEN;
  }
}
