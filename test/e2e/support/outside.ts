import type { ElectronApplication } from '@playwright/test';
import { plainSpaces } from '../../support/plain-spaces.ts';

/** What the app handed to other programs, instead of their being started. */
export interface Outside {
  /** Addresses, such as `mailto:`. */
  addresses(): Promise<readonly string[]>;
  /** Paths of files. */
  files(): Promise<readonly string[]>;
}

interface Kept {
  readonly addresses: string[];
  readonly files: string[];
}

/** From now on the system opens nothing for the app; it is written down. */
export async function watchOutside(electron: ElectronApplication): Promise<Outside> {
  await electron.evaluate(({ shell }) => {
    const kept: Kept = { addresses: [], files: [] };
    Object.assign(globalThis, { outside: kept });
    shell.openExternal = async (address) => void kept.addresses.push(address);
    shell.openPath = async (path) => {
      kept.files.push(path);
      return '';
    };
  });
  const read = (what: keyof Kept) =>
    electron.evaluate((_, key) => (globalThis as unknown as { outside: Kept }).outside[key], what);
  return { addresses: () => read('addresses'), files: () => read('files') };
}

/** A `mailto:` address as a mail program reads it; white space of any kind is one space. */
export function readMail(address: string): { to: string; subject: string; body: string } {
  const [to = '', query = ''] = address.replace(/^mailto:/, '').split('?');
  const part = (name: string) =>
    decodeURIComponent(new RegExp(`(?:^|&)${name}=([^&]*)`).exec(query)?.[1] ?? '');
  return {
    to: decodeURIComponent(to),
    subject: plainSpaces(part('subject')),
    body: plainSpaces(part('body')),
  };
}
