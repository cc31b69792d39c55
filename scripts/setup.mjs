// npm run setup [-- --for=tools|run|test]: brings this copy into working order, idempotently.
import { setUp } from './setup/main.mjs';
import { explain, say } from './setup/say.mjs';

const purpose = process.argv.find((argument) => argument.startsWith('--for='))?.slice(6) ?? 'run';

try {
  if (!['tools', 'run', 'test'].includes(purpose)) {
    throw new Error(`--for=${purpose} is unknown; use tools, run or test`);
  }
  await setUp(purpose);
  say('set-up', 'everything is in place');
} catch (error) {
  process.exitCode = explain(error);
}
