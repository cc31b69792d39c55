// How the scripts talk: plain lines, one fact each, the reason included.

/** Prints one progress line. `step` is a short noun, `text` says what happens and why. */
export function say(step, text) {
  process.stdout.write(`[${step}] ${text}\n`);
}

/** Set-up cannot go on without the person: says why, and the exact commands that help. */
export class Stop extends Error {
  constructor(reason, commands = []) {
    super(reason);
    this.name = 'Stop';
    this.commands = commands;
  }
}

/** A script was asked for something that it does not know; `usage` says what it does. */
export class Misuse extends Error {
  constructor(reason, usage) {
    super(reason);
    this.name = 'Misuse';
    this.usage = usage;
  }
}

/** Prints a Stop (or any error) the way a person can act on and answers the exit code. */
export function explain(error) {
  if (error instanceof Misuse) {
    process.stderr.write(`${error.message}\n\n${error.usage}\n`);
    return 2;
  }
  if (!(error instanceof Stop)) {
    process.stderr.write(`${error?.stack ?? error}\n`);
    return 1;
  }
  process.stderr.write(`\nStopped: ${error.message}\n`);
  if (error.commands.length > 0) {
    process.stderr.write('Run this, then try again:\n');
    for (const command of error.commands) process.stderr.write(`  ${command}\n`);
  }
  process.stderr.write('Nothing was left half-installed.\n');
  return 1;
}

/** Runs `work` and prints a sign of life every 20 seconds until it settles. Answers its value. */
export async function withHeartbeat(step, what, work) {
  const begun = performance.now();
  const seconds = () => Math.round((performance.now() - begun) / 1000);
  const timer = setInterval(() => say(step, `still ${what} (${seconds()} s)`), 20_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
