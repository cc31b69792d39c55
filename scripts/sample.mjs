// npm run sample: writes an invented workspace into a profile folder, see README.
import { spawnSync } from 'node:child_process';
import { toolNode } from './setup/environment.mjs';
import { setUp } from './setup/main.mjs';
import { explain } from './setup/say.mjs';

try {
  await setUp('tools');
  const { status } = spawnSync(toolNode(), ['main/features/sample/cli.ts', ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} catch (error) {
  process.exitCode = explain(error);
}
