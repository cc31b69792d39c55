import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUnfinished } from '#main/platform/unfinished.ts';
import { writeWholeFile } from '#main/platform/whole-file.ts';
import { runAndKill } from './kill-loop.ts';

let folder: string;
let record: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-export-'));
  record = join(folder, 'unfinished.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const warned: string[] = [];
const logger = { info() {}, error() {}, warn: (event: string) => void warned.push(event) };
const next = () => createUnfinished(record, logger);
const files = () => readdirSync(folder).filter((name) => name !== 'unfinished.json');

describe('kill -9 while a file is written', () => {
  it('leaves what was there before, and the next start removes the rest', async () => {
    const path = join(folder, 'Money 2026.zip');
    writeFileSync(path, 'kept');
    await runAndKill('write-export.ts', [record, path], 50);
    expect(files()).toHaveLength(2);
    await next().sweep();
    expect(files()).toEqual(['Money 2026.zip']);
    expect(readFileSync(path, 'utf8')).toBe('kept');
    expect(existsSync(record)).toBe(false);
  });

  it('is remembered although another file is written and finished before the next start', async () => {
    await runAndKill('write-export.ts', [record, join(folder, 'a.zip')], 50);
    const later = next();
    await writeWholeFile(join(folder, 'b.csv'), (part) => part(Buffer.from('b')), later);
    expect(files()).toHaveLength(2);
    await later.sweep();
    expect(files()).toEqual(['b.csv']);
    expect(existsSync(record)).toBe(false);
  });
});

describe('what is swept', () => {
  it('is never what is being written now', async () => {
    const unfinished = next();
    await writeWholeFile(
      join(folder, 'a.zip'),
      async (part) => {
        await part(Buffer.from('a'));
        await unfinished.sweep();
        await part(Buffer.from('b'));
      },
      unfinished,
    );
    expect(readFileSync(join(folder, 'a.zip'), 'utf8')).toBe('ab');
    expect(files()).toEqual(['a.zip']);
  });

  it('is no file of another name and no folder, whatever the record says', async () => {
    const own = join(folder, 'photo.jpg');
    const inside = join(folder, 'b.1234abcd.partial');
    writeFileSync(own, 'mine');
    mkdirSync(inside);
    writeFileSync(record, JSON.stringify([own, inside, join(folder, 'gone.1234abcd.partial')]));
    await next().sweep();
    expect(files().sort()).toEqual(['b.1234abcd.partial', 'photo.jpg']);
    writeFileSync(record, '{"not":');
    await next().sweep();
    expect(warned).toEqual([]);
  });

  it('cannot be remembered on a profile that is read-only, which stops no export', async () => {
    const unfinished = createUnfinished(join(folder, 'gone', 'unfinished.json'), logger);
    await writeWholeFile(join(folder, 'a.zip'), (part) => part(Buffer.from('a')), unfinished);
    expect(files()).toEqual(['a.zip']);
    expect(warned).toContain('unfinished.notKept');
  });
});
