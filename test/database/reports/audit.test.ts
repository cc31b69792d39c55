import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditQuery } from '#shared/ipc/audit.ts';
import { FakeFiles, FakePrinter } from '#test/support/billing.ts';
import { readCsv } from '#test/support/csv.ts';
import { openServices, type TestServices } from '#test/support/services.ts';

const files = new FakeFiles();
const pdf = new FakePrinter();
let services: TestServices;
let client: string;
let other: string;
let task: string;

const asked: AuditQuery = { clientId: null, subject: 'kind', fromDate: '2026-11-12', toDate: '2026-11-25' };

beforeEach(async () => {
  services = openServices({ files, pdf });
  client = (await services.call('clients.add', { name: 'Northwind Bakery' })).clientId;
  other = (await services.call('clients.add', { name: '=2+3' })).clientId;
  task = (await services.call('tasks.add', { clientId: client, title: 'Travel to Oslo' })).id;
});
afterEach(() => services.close());

const at = (date: string, time: string) => ({ date, time });
async function track(clientId: string, from: string, to: string, more: object = {}): Promise<string> {
  const date = '2026-11-20';
  const zone = 'Europe/Tallinn';
  const input = { clientId, start: at(date, from), end: at(date, to), zone, ...more };
  return (await services.call('time.add', input)).id;
}
const audit = (part: Partial<AuditQuery> = {}) => services.call('audit.get', { ...asked, ...part });
const sum = (rows: readonly { readonly total: number }[]) => rows.reduce((all, row) => all + row.total, 0);
const minute = 60_000;

describe('the audit', () => {
  it('adds up to the tracked time exactly and lists what is not sorted until nothing is left', async () => {
    await track(client, '09:00', '10:00', { category: 'key', workKindId: 'email' });
    const bare = await track(client, '10:00', '10:40', { taskId: task });
    const half = await track(other, '11:00', '11:07', { category: 'useful' });
    const view = await audit();
    expect(view).toMatchObject({
      total: 107 * minute,
      withCategory: 67 * minute,
      withKind: 60 * minute,
      unsortedCount: 2,
      lockedCount: 0,
    });
    expect(sum(view.rows)).toBe(view.total);
    expect(view.unsorted.map((entry) => [entry.id, entry.title])).toEqual([
      [bare, 'Travel to Oslo'],
      [half, ''],
    ]);
    await services.call('time.assign', { ids: [bare], category: 'routine', workKindId: 'travel' });
    await services.call('time.assign', { ids: [half], workKindId: 'files' });
    expect(await audit()).toMatchObject({
      unsorted: [],
      unsortedCount: 0,
      withCategory: 107 * minute,
      withKind: 107 * minute,
    });
    await services.call('undo.undo');
    expect((await audit()).unsortedCount).toBe(1);
    expect((await audit({ clientId: client })).total).toBe(100 * minute);
  });

  it('keeps a decision with its note, changes it, takes it back, and undoes each', async () => {
    await track(client, '09:00', '10:00', { category: 'key', workKindId: 'email' });
    const decide = (decision: 'keep' | 'hand_back' | null, note = '') =>
      services.call('audit.decide', { ...asked, clientId: client, key: 'email', decision, note });
    const said = async () => (await audit()).rows.map(({ decision, note }) => [decision, note]);
    await decide('hand_back', 'The bakery has an assistant now');
    expect(await said()).toEqual([['hand_back', 'The bakery has an assistant now']]);
    await decide('keep');
    expect(await said()).toEqual([['keep', '']]);
    await services.call('undo.undo');
    expect(await said()).toEqual([['hand_back', 'The bakery has an assistant now']]);
    await decide(null);
    expect(await said()).toEqual([[null, '']]);
    expect(services.store.sql.prepare('SELECT count(*) FROM audit_decisions').pluck().get()).toBe(0);
  });

  it('shows in the next audit what the last one said, and decides by task as well', async () => {
    await track(client, '09:00', '10:00', { taskId: task, workKindId: 'travel' });
    const early = { ...asked, fromDate: '2026-10-29', toDate: '2026-11-11' };
    await services.call('audit.decide', {
      ...early,
      clientId: client,
      key: 'travel',
      decision: 'standardise',
      note: 'Make a checklist',
    });
    expect((await audit()).rows[0]).toMatchObject({
      decision: null,
      before: { decision: 'standardise', note: 'Make a checklist', toDate: '2026-11-11' },
    });
    await services.call('audit.decide', {
      ...asked,
      subject: 'task',
      clientId: client,
      key: task,
      decision: 'keep',
      note: '',
    });
    const [row] = (await audit({ subject: 'task' })).rows;
    expect(row).toMatchObject({ key: task, decision: 'keep', before: null });
    expect((await audit()).rows[0]?.decision).toBeNull();
    // The answer goes with the task, and comes back with it.
    await services.call('tasks.delete', { ids: [task] });
    expect((await audit({ subject: 'task' })).rows[0]).toMatchObject({ key: null, decision: null });
    await services.call('undo.undo');
    expect((await audit({ subject: 'task' })).rows[0]?.decision).toBe('keep');
  });

  it('refuses a decision about what does not exist', async () => {
    const decide = (part: object) =>
      services.call('audit.decide', {
        ...asked,
        clientId: client,
        key: 'email',
        decision: 'keep',
        note: '',
        ...part,
      });
    await expect(decide({ key: 'gone' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(decide({ subject: 'task', key: task, clientId: other })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(decide({ toDate: '2026-11-01' })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('only counts what is invoiced and can no longer be sorted', async () => {
    const id = await track(client, '09:00', '10:00');
    const { sql } = services.store;
    // As issuing does it: the entry goes onto a line of an invoice and is marked.
    sql.exec('DROP TRIGGER time_entries_billed_update');
    sql.prepare('UPDATE time_entries SET billed = 1 WHERE id = ?').run(id);
    expect(await audit()).toMatchObject({ unsorted: [], unsortedCount: 0, lockedCount: 1 });
    expect(await services.call('time.assign', { ids: [id], category: 'key' })).toEqual({
      changed: 0,
      locked: 1,
    });
  });

  it('goes with a deleted client, and comes back with it', async () => {
    await services.call('audit.decide', {
      ...asked,
      clientId: client,
      key: null,
      decision: 'keep',
      note: '',
    });
    const count = () => services.store.sql.prepare('SELECT count(*) FROM audit_decisions').pluck().get();
    await services.call('clients.delete', { clientId: client });
    expect(count()).toBe(0);
    await services.call('undo.undo');
    expect(count()).toBe(1);
  });

  it('is saved as CSV that adds up and runs no formula, and printed with what the decisions come to', async () => {
    await track(client, '09:00', '10:00', { category: 'key', workKindId: 'email' });
    await track(other, '10:00', '10:20', { workKindId: 'files' });
    await services.call('audit.decide', {
      ...asked,
      clientId: other,
      key: 'files',
      decision: 'hand_back',
      note: '+ ask <Ada>',
    });
    await services.call('audit.csv', asked);
    expect(readCsv(files.saved.at(-1)?.bytes ?? new Uint8Array())).toEqual([
      ['Client', 'Kind of work', 'Duration', 'Hours', 'Decision', 'Note'],
      ['Northwind Bakery', 'Email', '1:00:00', '1.00', '', ''],
      ["'=2+3", 'Files', '0:20:00', '0.33', 'Hand back', "'+ ask <Ada>"],
    ]);
    await services.call('audit.pdf', asked);
    const page = pdf.pages.at(-1) ?? '';
    expect(page).toContain('+ ask &lt;Ada&gt;');
    expect(page).toContain('<td>Hand back</td><td>20m</td><td>25 %</td>');
    expect(page).toContain('75 % / 100 %');
  });
});
