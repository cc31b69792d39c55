import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileViewer } from '#main/platform/file-viewer.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-viewer-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const profile = '/home/sample/profile';
const bytes = Buffer.from('%PDF-1.7 paid');

it('opens a copy that only its owner can read and nobody can change, with the ending it was told', async () => {
  const opened: string[] = [];
  const viewer = createFileViewer({
    folder,
    profile,
    openPath: async (path) => {
      opened.push(path);
      return '';
    },
  });
  await viewer.view({ name: '../..\\receipt.pdf.exe', extension: 'pdf', bytes });
  const [path = ''] = opened;
  expect(basename(path)).toBe('------receipt-pdf.pdf');
  expect(dirname(dirname(path))).toBe(folder);
  expect(readFileSync(path)).toEqual(bytes);
  if (process.platform !== 'win32') {
    expect(statSync(path).mode & 0o777).toBe(0o400);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  }
  await viewer.tidy();
  expect(readdirSync(folder)).toEqual([]);
});

it('says so when nothing can show it', async () => {
  const viewer = createFileViewer({ folder, profile, openPath: async () => 'no application' });
  await expect(viewer.view({ name: 'receipt.pdf', extension: 'pdf', bytes })).rejects.toMatchObject({
    code: 'unavailable',
    details: { reason: 'file.noViewer' },
  });
});

it('says so when no copy can be made', async () => {
  const viewer = createFileViewer({ folder: join(folder, 'gone'), profile, openPath: async () => '' });
  await expect(viewer.view({ name: 'receipt.pdf', extension: 'pdf', bytes })).rejects.toMatchObject({
    code: 'read_only',
    details: { reason: 'file.noCopy' },
  });
});

it('removes what an earlier run on the same profile left behind, and nothing else', async () => {
  const openPath = async () => '';
  const view = (of: string) => createFileViewer({ folder, profile: of, openPath });
  const receipt = { name: 'receipt.pdf', extension: 'pdf', bytes };
  await view(profile).view(receipt);
  await view('/home/sample/other').view(receipt);
  const [first = '', second = ''] = readdirSync(folder);
  mkdirSync(join(folder, 'clientele-viewer'));
  writeFileSync(join(folder, `${first.slice(0, -6)}a-file`), '');
  writeFileSync(join(folder, `${second.slice(0, -6)}a-file`), '');
  const now = view(profile);
  await now.view(receipt);
  const before = readdirSync(folder);
  await now.sweep();
  const gone = before.filter((name) => !readdirSync(folder).includes(name));
  expect(gone).toHaveLength(1);
  expect([first, second]).toContain(gone[0]);
  await now.tidy();
  expect(readdirSync(folder)).toHaveLength(4);
});

it('has nothing to remove where nothing was left, and says when it cannot look', async () => {
  await createFileViewer({ folder, profile, openPath: async () => '' }).sweep();
  const gone = createFileViewer({ folder: join(folder, 'gone'), profile, openPath: async () => '' });
  await expect(gone.sweep()).rejects.toThrow('ENOENT');
});
