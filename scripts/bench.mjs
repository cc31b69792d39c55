// npm run bench: measures the real app on full workspaces and prints the budget table. Fails only when something could
// not be measured, never because a machine is slow.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setUp } from './setup/main.mjs';
import { explain, Misuse, Stop, say } from './setup/say.mjs';
import { ensureBuild } from './tools/build.mjs';
import { onInterrupt } from './tools/children.mjs';
import { startSession } from './tools/session.mjs';
import { switchesOf } from './tools/switches.mjs';
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
/** Each part with the workspace that it is measured on; the others make their own. */
const PARTS = {
  start: 'big',
  board: 'boards',
  day: 'day',
  week: 'week',
  search: 'search',
  report: 'report',
  money: 'money',
  invoice: null,
  sync: null,
  import: null,
};
const usage = `npm run bench [-- --only PART ... --rounds 7 --events 100000]
Measures the real app on full workspaces and prints the budget table. Wants a quiet machine, and patience for all of it.
  --only     ${Object.keys(PARTS).join(', ')}; may be given several times
  --rounds   how often the app and the bare page beside it are started
  --events   how many events are synced`;
const OPTIONS = {
  only: { type: 'string', multiple: true, default: [] },
  rounds: { type: 'string', default: '7' },
  events: { type: 'string', default: '100000' },
};

try {
  const switches = switchesOf(usage, OPTIONS);
  if (switches) await measure(checked(switches));
} catch (error) {
  process.exitCode = explain(error);
}

/** Before anything is set up or written: what is wrong with the switches. */
function checked(switches) {
  const unknown = switches.only.find((part) => !(part in PARTS));
  if (unknown !== undefined) throw new Misuse(`There is no part "${unknown}" to measure.`, usage);
  for (const name of ['rounds', 'events']) {
    if (!/^[1-9]\d{0,6}$/.test(switches[name])) throw new Misuse(`--${name} needs a whole number.`, usage);
  }
  return switches;
}

async function measure({ only, rounds, events }) {
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
    const parts = only.length > 0 ? only : Object.keys(PARTS);
    await makeWorkspaces(work, new Set(parts.map((part) => PARTS[part])));
    const args = ['--work', work, '--rounds', rounds, '--events', events];
    for (const part of only) args.push('--only', part);
    process.exitCode = await runScript('test/bench/run.ts', args, { env: session.env });
  } finally {
    await close();
  }
}

async function makeWorkspaces(work, names) {
  for (const [name, size] of Object.entries(WORKSPACES)) {
    if (!names.has(name)) continue;
    say('sample', `writing the workspace "${name}"`);
    const code = await runScript('main/features/sample/cli.ts', ['--out', path.join(work, name), ...size]);
    if (code !== 0) throw new Stop(`the workspace "${name}" could not be written.`);
  }
}
