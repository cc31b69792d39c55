import { utilityProcess } from 'electron';
import entry from './process.ts?modulePath';
import type { KeychainAnswer } from './protocol.ts';
import type { KeychainChild } from './remote.ts';

/** Starts the process that may talk to the keychain; the build makes a bundle of its own for it. */
export function forkKeychain(): KeychainChild {
  const child = utilityProcess.fork(entry, [], {
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
