import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks a plain zip archive (no encryption, no zip64, no links) so that no extra tool is needed.
 * `rename(name)` answers the path below `destination`, or null to leave the entry out.
 * Throws on damage, and on a path that would leave the destination.
 */
export async function unzip(archive, destination, rename) {
  const handle = await open(archive);
  try {
    for (const entry of await readDirectory(handle)) {
      const name = entry.name.endsWith('/') ? null : rename(entry.name);
      if (name === null) continue;
      const file = path.resolve(destination, name);
      if (!file.startsWith(path.resolve(destination) + path.sep)) {
        throw new Error(`${archive}: "${entry.name}" would be written outside ${destination}`);
      }
      mkdirSync(path.dirname(file), { recursive: true });
      await extract(archive, handle, entry, file);
    }
  } finally {
    await handle.close();
  }
}

async function readDirectory(handle) {
  const { size } = await handle.stat();
  const end = await readAt(handle, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let at = end.length - 22;
  while (at >= 0 && end.readUInt32LE(at) !== END_OF_DIRECTORY) at -= 1;
  if (at < 0) throw new Error('not a zip archive, or cut off');
  const directory = await readAt(handle, end.readUInt32LE(at + 16), end.readUInt32LE(at + 12));
  const entries = [];
  for (let offset = 0; offset < directory.length; ) {
    if (directory.readUInt32LE(offset) !== DIRECTORY_ENTRY) throw new Error('damaged zip directory');
    const nameLength = directory.readUInt16LE(offset + 28);
    entries.push({
      name: directory.toString('utf8', offset + 46, offset + 46 + nameLength),
      method: directory.readUInt16LE(offset + 10),
      packed: directory.readUInt32LE(offset + 20),
      size: directory.readUInt32LE(offset + 24),
      mode: directory.readUInt16LE(offset + 40) & 0o777,
      header: directory.readUInt32LE(offset + 42),
    });
    offset += 46 + nameLength + directory.readUInt16LE(offset + 30) + directory.readUInt16LE(offset + 32);
  }
  return entries;
}

async function extract(archive, handle, entry, file) {
  const header = await readAt(handle, entry.header, 30);
  if (header.readUInt32LE(0) !== LOCAL_ENTRY) throw new Error(`damaged zip entry ${entry.name}`);
  const output = createWriteStream(file, { mode: entry.mode || 0o644 });
  if (entry.packed === 0) return void (await new Promise((resolve) => output.end(resolve)));
  const start = entry.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const input = createReadStream(archive, { start, end: start + entry.packed - 1 });
  if (entry.method === STORED) await pipeline(input, output);
  else if (entry.method === DEFLATED) await pipeline(input, createInflateRaw(), output);
  else throw new Error(`zip entry ${entry.name} uses an unknown packing method ${entry.method}`);
  if (output.bytesWritten !== entry.size) throw new Error(`zip entry ${entry.name} is cut off`);
}

async function readAt(handle, position, length) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('zip archive is cut off');
  return buffer;
}
