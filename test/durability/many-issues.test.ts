import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { rounds, runAndKill } from './kill-loop.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-issues-'));
  file = join(folder, 'clientele.db');
  openBillingScene(file).store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const writers = 4;
const longestLife = 1_500;

describe('kill -9 while several processes issue on one file', () => {
  it('leaves every number once, none missing, and no invoice half there', async () => {
    const wanted = rounds(1_000);
    const acknowledged: string[] = [];
    let kills = 0;
    const write = async () => {
      while (acknowledged.length < wanted) {
        const lines = await runAndKill('write-many-invoices.ts', [file], Math.random() * longestLife);
        kills++;
        acknowledged.push(...lines.filter((line) => line.startsWith('issued')).map((line) => line.slice(7)));
      }
    };
    await Promise.all(Array.from({ length: writers }, write));

    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    const { billing, store } = openBillingScene(file);
    const { sql } = store;
    const numbers = sql
      .prepare('SELECT number FROM invoices WHERE number IS NOT NULL')
      .pluck()
      .all() as string[];
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(expect.arrayContaining(acknowledged));
    const { series } = billing.gaps();
    expect(series).toMatchObject([{ document: 'invoice', first: 1, next: numbers.length + 1, missing: [] }]);
    const half = sql.prepare(
      `SELECT count(*) FROM invoices i LEFT JOIN invoice_documents d ON d.id = i.document_id
       WHERE (i.state = 'issued') <> (i.number IS NOT NULL AND i.snapshot IS NOT NULL AND d.bytes IS NOT NULL)`,
    );
    expect(half.pluck().get()).toBe(0);
    const stray = sql.prepare(
      `SELECT count(*) FROM time_entries e WHERE e.billed <> EXISTS (SELECT 1 FROM invoice_line_entries le
         JOIN invoice_lines l ON l.id = le.line_id JOIN invoices i ON i.id = l.invoice_id
         WHERE le.entry_id = e.id AND i.state = 'issued')`,
    );
    expect(stray.pluck().get()).toBe(0);
    const documents = sql.prepare<[], { bytes: Buffer; sha256: string }>(
      'SELECT bytes, sha256 FROM invoice_documents',
    );
    for (const { bytes, sha256 } of documents.all()) {
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    store.close();
    console.log(
      `kill -9 while ${writers} processes issue: ${numbers.length} invoices, ${acknowledged.length} acknowledged, ${kills} kills, 0 gaps, 0 twice`,
    );
  }, 600_000);
});
