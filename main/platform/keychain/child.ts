import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { KeychainAnswer } from './protocol.ts';
import type { KeychainChild } from './remote.ts';

/** Starts the process that may talk to the keychain. It is built beside the main bundle. */
export function forkKeychain(bundles: string): KeychainChild {
  const child = utilityProcess.fork(join(bundles, 'keychain.cjs'), [], {
    serviceName: 'Clientele keychain',
    stdio: 'ignore',
  });
  return {
    send: (request) => child.postMessage(request),
    onAnswer: (listener) => void child.on('message', (message: KeychainAnswer) => listener(message)),
    onExit: (listener) => void child.once('exit', () => listener()),
    end: () => void child.kill(),
  };
}
