import { parseArgs } from 'node:util';
import { Misuse } from '../setup/say.mjs';

/**
 * The switches a script was started with, by the rules of `parseArgs`; null when `--help` was among them, in which case
 * the usage has been printed. Throws Misuse, with the usage, for one that it does not know.
 */
export function switchesOf(usage, options, args = process.argv.slice(2)) {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${usage}\n`);
    return null;
  }
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Misuse(error.message, usage);
  }
}
