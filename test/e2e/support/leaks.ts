import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ways in which a text may lie in a file: as it is, as Windows and JavaScript keep it, and encoded. */
function disguises(secret: string): Buffer[] {
  const plain = Buffer.from(secret, 'utf8');
  const shifted = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), plain]).toString('base64');
    // The first and last signs depend on what stands beside the secret.
    return encoded.slice(shift === 0 ? 0 : 4, -4);
  });
  return [
    plain,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(secret, 'utf16le').swap16(),
    Buffer.from(encodeURIComponent(secret)),
    Buffer.from(JSON.stringify(secret).slice(1, -1)),
    Buffer.from(plain.toString('hex')),
    ...shifted.map((text) => Buffer.from(text)),
  ];
}

/** Files below `folder` that hold the secret in any disguise. */
export function filesWith(folder: string, secret: string): string[] {
  const needles = disguises(secret);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file);
      return needles.some((needle) => content.includes(needle));
    });
}

/** Running processes whose arguments or environment hold the secret. */
export function processesWith(secret: string): string[] {
  const needles = disguises(secret);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => ['cmdline', 'environ'].map((file) => join('/proc', pid, file)))
    .filter((file) => {
      try {
        const content = readFileSync(file);
        return needles.some((needle) => content.includes(needle));
      } catch {
        return false; // Ended meanwhile, or not ours to read.
      }
    });
}
