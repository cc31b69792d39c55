import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unzip } from '../../../scripts/setup/zip.mjs';

interface Entry {
  name: string;
  data: string;
  mode?: number;
  stored?: boolean;
}

/** A zip archive written field by field after the published format (APPNOTE 4.3). */
function zip(entries: Entry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, mode = 0o644, stored = false } of entries) {
    const raw = Buffer.from(data);
    const packed = stored ? raw : deflateRawSync(raw);
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(label.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(stored ? 0 : 8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(raw.length, 24);
    central.writeUInt16LE(label.length, 28);
    central.writeUInt16LE(mode | 0o100000, 40);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, label, packed);
    directory.push(central, label);
    offset += 30 + label.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

describe('unpacking a zip archive', () => {
  let folder = '';
  const archive = () => path.join(folder, 'a.zip');
  const target = () => path.join(folder, 'out');
  const keep = (name: string) => name;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'clientele-zip-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('writes packed, stored and empty files with their rights, leaving out what is not wanted', async () => {
    writeFileSync(
      archive(),
      zip([
        { name: 'a/run', data: 'x'.repeat(10_000), mode: 0o755 },
        { name: 'a/plain.txt', data: 'größer', stored: true },
        { name: 'a/empty', data: '' },
        { name: 'b/not-wanted', data: 'secret' },
      ]),
    );
    await unzip(archive(), target(), (name: string) => (name.startsWith('a/') ? name.slice(2) : null));
    expect(readFileSync(path.join(target(), 'run'), 'utf8')).toBe('x'.repeat(10_000));
    expect(statSync(path.join(target(), 'run')).mode & 0o777).toBe(0o755);
    expect(readFileSync(path.join(target(), 'plain.txt'), 'utf8')).toBe('größer');
    expect(readFileSync(path.join(target(), 'empty'), 'utf8')).toBe('');
    expect(() => statSync(path.join(target(), 'not-wanted'))).toThrow('ENOENT');
  });

  test('refuses an entry that would leave the folder', async () => {
    writeFileSync(archive(), zip([{ name: '../escaped', data: 'x' }]));
    await expect(unzip(archive(), target(), keep)).rejects.toThrow('outside');
    expect(() => statSync(path.join(folder, 'escaped'))).toThrow('ENOENT');
  });

  test('reports an archive that is cut off', async () => {
    const whole = zip([{ name: 'file', data: 'x'.repeat(5_000) }]);
    writeFileSync(archive(), whole.subarray(0, whole.length - 30));
    await expect(unzip(archive(), target(), keep)).rejects.toThrow('zip');
  });
});
