// npm run setup [-- --for=tools|run|test]: brings this copy into working order, idempotently.
import { setUp } from './setup/main.mjs';
import { explain, Misuse, say } from './setup/say.mjs';
import { switchesOf } from './tools/switches.mjs';

const usage = `npm run setup [-- --for=tools|run|test]
Does only what is missing: the modules and a Node for them (tools), also Electron, the native modules and the
libraries of the system (run, as without a switch), also what the end-to-end tests use (test).`;

try {
  const switches = switchesOf(usage, { for: { type: 'string', default: 'run' } });
  if (switches) {
    if (!['tools', 'run', 'test'].includes(switches.for)) {
      throw new Misuse(`--for=${switches.for} is unknown.`, usage);
    }
    await setUp(switches.for);
    say('set-up', 'everything is in place');
  }
} catch (error) {
  process.exitCode = explain(error);
}
