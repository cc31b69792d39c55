// npm run bench [-- --only start|board|day|week|search|report|money|invoice|sync|import --rounds 7]: measures the real app on full workspaces
// and prints the budget table. Fails only when something could not be measured, never because a machine is slow.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setUp } from './setup/main.mjs';
import { explain, Stop, say } from './setup/say.mjs';
import { ensureBuild } from './tools/build.mjs';
import { onInterrupt } from './tools/children.mjs';
import { startSession } from './tools/session.mjs';
import { runScript } from './tools/tool.mjs';

const WORKSPACES = {
  big: ['--clients', '20', '--tasks', '10000', '--entries', '50000', '--events', '20000', '--files', '5000'],
  // Some 550 open tasks a client; what is done lies folded.
  boards: ['--clients', '9', '--tasks', '8400', '--entries', '0'],
  // Its days are filled through the app.
  day: ['--clients', '8', '--tasks', '50', '--entries', '0'],
  // Its weeks are filled through the app.
  week: ['--clients', '60', '--tasks', '300', '--entries', '0'],
  search: ['--clients', '20', '--tasks', '100000', '--entries', '0'],
  report: ['--clients', '20', '--tasks', '10000', '--entries', '200000'],
  // Its invoices are written by the measurement.
  money: ['--clients', '20', '--tasks', '10000', '--entries', '200000'],
};
const NEEDED = {
  start: 'big',
  board: 'boards',
  day: 'day',
  week: 'week',
  search: 'search',
  report: 'report',
  money: 'money',
};
const switches = process.argv.slice(2);
const chosen = switches.filter((_, at) => switches[at - 1] === '--only');

try {
  await setUp('test');
  await ensureBuild();
  const work = mkdtempSync(path.join(os.tmpdir(), 'clientele-bench-'));
  const session = await startSession();
  const close = async () => {
    await session.close();
    rmSync(work, { recursive: true, force: true });
  };
  onInterrupt(async () => {
    await close();
    process.exit(130);
  });
  try {
    await makeWorkspaces(work);
    process.exitCode = await runScript('test/bench/run.ts', ['--work', work, ...switches], {
      env: session.env,
    });
  } finally {
    await close();
  }
} catch (error) {
  process.exitCode = explain(error);
}

async function makeWorkspaces(work) {
  for (const [part, name] of Object.entries(NEEDED)) {
    if (chosen.length > 0 && !chosen.includes(part)) continue;
    say('sample', `writing the workspace "${name}"`);
    const args = ['--out', path.join(work, name), ...WORKSPACES[name]];
    const code = await runScript('main/features/sample/cli.ts', args);
    if (code !== 0) throw new Stop(`the workspace "${name}" could not be written.`);
  }
}
