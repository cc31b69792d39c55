import path from 'node:path';
import { hasDisplay, toolNode } from '../setup/environment.mjs';
import { root } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { endGroup, startGroup } from './children.mjs';
import { firstLine } from './display.mjs';
import { startSession } from './session.mjs';

/**
 * What `npm start -- --demo` needs beside the app: a stand-in for Google on loopback, filled with the sample, and,
 * where there is no desktop with a keychain, a private one. Answers `{ switches, env, close }`.
 */
export async function startDemo() {
  const bare = process.platform === 'linux' && (!hasDisplay() || !process.env.DBUS_SESSION_BUS_ADDRESS);
  if (bare) say('demo', 'no desktop session here: using a private one with its own display and keychain');
  const session = bare ? await startSession() : { env: {}, close: async () => {} };
  say('demo', 'starting a stand-in for Google on this machine, with a sample account');
  const google = startGroup(toolNode(), [path.join(root, 'test', 'google', 'demo.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await firstLine(google);
    return {
      switches: [`--google-endpoint=${address}`],
      env: session.env,
      async close() {
        await endGroup(google);
        await session.close();
      },
    };
  } catch (error) {
    await endGroup(google);
    await session.close();
    throw error;
  }
}
