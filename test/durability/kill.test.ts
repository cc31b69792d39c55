import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, schemaVersion } from '#main/store/migrate.ts';
import { openDatabase, type Sql } from '#main/store/open.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { openTestStore } from '#test/support/store.ts';
import { rounds, runAndKill } from './kill-loop.ts';
import { steps } from './migration-steps.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-kill-'));
  file = join(folder, 'clientele.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const moment = (longest: number) => Math.floor(Math.random() * longest);

function assertWhole(sql: Sql): void {
  expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(sql.pragma('foreign_key_check')).toEqual([]);
}

describe('kill -9', () => {
  it('while a VA works loses nothing that was acknowledged and tears nothing', async () => {
    let acknowledged = 0;
    for (let round = 0; round < rounds(100); round++) {
      const lines = await runAndKill('write-edits.ts', [file], moment(400));
      acknowledged += lines.length;
      const { sql, close } = closing(file);
      const has = (table: string, id: string) =>
        sql.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
      for (const line of lines) {
        const [kind, id = '', number] = line.split(' ');
        if (kind === 'client') expect(has('clients', id), line).toBe(true);
        if (kind === 'task') expect(has('tasks', id), line).toBe(true);
        if (kind === 'item') expect(has('checklist_items', id), line).toBe(true);
        if (kind === 'entry') expect(has('time_entries', id), line).toBe(true);
        if (kind === 'renamed' && Number(number) % 4 !== 0) {
          expect(sql.prepare('SELECT title FROM tasks WHERE id = ?').pluck().get(id), line).toBe(
            `Renamed ${number}`,
          );
        }
      }
      assertWhole(sql);
      sql.exec(`INSERT INTO tasks_text (tasks_text, rank) VALUES ('integrity-check', 1)`);
      expect(
        sql.prepare('SELECT count(*) FROM time_entries WHERE ended_at IS NULL').pluck().get(),
      ).toBeLessThanOrEqual(1);
      close();
    }
    expect(acknowledged).toBeGreaterThan(rounds(100));
    console.log(`kill -9 while working: ${rounds(100)} rounds, ${acknowledged} acknowledged edits, 0 lost`);
  });

  it('while invoices are issued leaves no gap and no half invoice', async () => {
    let issued = 0;
    for (let round = 0; round < rounds(50); round++) {
      const lines = await runAndKill('write-invoices.ts', [file], moment(600));
      const { billing, store } = openBillingScene(file);
      const { sql } = store;
      for (const line of lines.filter((text) => text.startsWith('issued'))) {
        const number = line.split(' ')[1];
        issued++;
        expect(
          sql
            .prepare(`SELECT count(*) FROM invoices WHERE number = ? AND state = 'issued'`)
            .pluck()
            .get(number),
          line,
        ).toBe(1);
      }
      for (const { missing } of billing.gaps().series) expect(missing).toEqual([]);
      const half = sql.prepare(
        `SELECT count(*) FROM invoices LEFT JOIN invoice_documents d ON d.id = document_id
         WHERE state = 'issued' AND (number IS NULL OR snapshot IS NULL OR d.bytes IS NULL)
            OR state <> 'issued' AND (number IS NOT NULL OR document_id IS NOT NULL)`,
      );
      expect(half.pluck().get()).toBe(0);
      for (const { bytes, sha256 } of sql.prepare('SELECT bytes, sha256 FROM invoice_documents').all() as {
        bytes: Buffer;
        sha256: string;
      }[]) {
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      }
      assertWhole(sql);
      store.close();
    }
    expect(issued).toBeGreaterThan(0);
    console.log(`kill -9 while issuing: ${rounds(50)} rounds, ${issued} acknowledged invoices, 0 gaps`);
  });

  it('while migrating leaves a whole version, from which the next start goes on', async () => {
    const original = openDatabase(file);
    migrate(original, steps.slice(0, 1));
    original.close();
    const reached = new Set<number>();
    for (let round = 0; round < rounds(50); round++) {
      const copy = join(folder, `round-${round}.db`);
      copyFileSync(file, copy);
      await runAndKill('write-migrations.ts', [copy, join(folder, `backups-${round}`)], moment(250));
      const sql = openDatabase(copy);
      const version = schemaVersion(sql);
      reached.add(version);
      const sum = (power: number) => (20_000 * 20_001 * 2 ** power) / 2;
      expect(sql.prepare('SELECT sum(amount) FROM rows').pluck().get()).toBe(sum(version - 1));
      expect(
        sql.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1`).pluck().all(),
      ).toEqual(['parts', 'rows']);
      expect(sql.prepare('SELECT count(*) FROM parts').pluck().get()).toBe(1000);
      expect(sql.pragma('foreign_keys', { simple: true })).toBe(1);
      assertWhole(sql);
      migrate(sql, steps);
      expect(sql.prepare('SELECT sum(amount) FROM rows').pluck().get()).toBe(sum(steps.length - 1));
      sql.close();
    }
    console.log(
      `kill -9 while migrating: ${rounds(50)} rounds, stopped at versions ${[...reached].sort().join(', ')}`,
    );
  });
});

function closing(path: string) {
  const store = openTestStore(path);
  return { sql: store.sql, close: () => store.close() };
}
