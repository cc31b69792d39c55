import { utilityProcess } from 'electron';

/**
 * Starts a process on a bundle of its own, asks it one thing and ends it.
 * @param entry path of the bundle, from an import with `?modulePath`.
 * @throws Error when the process ends without an answer.
 */
export async function askOnce(entry: string, name: string, question: string): Promise<unknown> {
  const child = utilityProcess.fork(entry, [], { serviceName: name, stdio: 'ignore' });
  try {
    return await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', () => reject(new Error(`${name} ended without an answer`)));
      child.postMessage(question);
    });
  } finally {
    child.kill();
  }
}
