import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileViolations, violations } from './imports.ts';

const root = resolve(import.meta.dirname, '../..');
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'main', 'preload', 'renderer', 'shared'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('shared/locales/') && !file.endsWith('.d.ts'));

describe('the house', () => {
  it('has every import where it may be', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => fileViolations(root, file))).toEqual([]);
  });

  it.each([
    ['shared/domain/money.ts', `import { join } from 'node:path';`],
    ['shared/domain/money.ts', `import type { Clock } from '../../main/ports/clock.ts';`],
    ['shared/ipc/tasks.ts', `import { call } from '#renderer/lib/api.ts';`],
    ['preload/index.ts', `import { money } from '#shared/domain/money.ts';`],
    ['preload/index.ts', `import fs from 'node:fs';`],
    ['renderer/ui/Chip.tsx', `import { Board } from '../features/tasks/Board.tsx';`],
    ['renderer/features/tasks/Board.tsx', `import { Rate } from '../billing/Rate.tsx';`],
    ['renderer/features/tasks/Board.tsx', `import { ipcRenderer } from 'electron';`],
    ['renderer/features/tasks/Board.tsx', `const { Store } = await import('#main/store/store.ts');`],
    ['renderer/app/main.tsx', `import { readFile } from 'node:fs/promises';`],
    ['main/ports/clock.ts', `import Database from 'better-sqlite3';`],
    ['main/store/store.ts', `import { compose } from '../compose.ts';`],
    ['main/features/tasks/service.ts', `import { app } from 'electron';`],
    ['main/features/tasks/service.ts', `import { BillingService } from '../billing/service.ts';`],
    ['main/features/vault/service.ts', `import keytar from 'keytar';`],
    ['main/sync/scheduler.ts', `import { calendar } from 'googleapis/build/src/apis/calendar';`],
    ['main/google/calendar.ts', `import { google } from 'googleapis';`],
    ['main/google/calendar.ts', `import { Store } from '../store/store.ts';`],
    ['main/platform/tray.ts', `import { TasksService } from '../features/tasks/service.ts';`],
    ['main/elsewhere/file.ts', `export {};`],
  ])('refuses in %s: %s', (file, source) => {
    expect(violations(file, source)).toHaveLength(1);
  });
});
