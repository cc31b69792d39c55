import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clear, take } from '../../../scripts/setup/lock.mjs';

/** No process has it: numbers end far below. */
const dead = 2 ** 31 - 1;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clientele-lock-'));
  file = path.join(folder, 'setup.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the lock of a dead process is removed, once', () => {
  writeFileSync(file, String(dead));
  clear(file, dead);
  clear(file, dead);
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock is free once its owner is dead, not while its owner is still being written', () => {
  writeFileSync(file, '');
  expect([take(file), take(file)]).toEqual([false, false]);
  utimesSync(file, 1, 1);
  expect([take(file), take(file), take(file)]).toEqual([false, true, false]);
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  writeFileSync(file, String(dead));
  expect([take(file), take(file)]).toEqual([false, true]);
});

test('a lock that another waiter has taken meanwhile stays', () => {
  writeFileSync(file, String(process.pid));
  clear(file, dead);
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  expect(readdirSync(folder)).toEqual(['setup.lock']);
});
