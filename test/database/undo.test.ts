import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '#main/store/store.ts';
import { openTestStore } from '#test/support/store.ts';

const label = { key: 'undo.test', values: {} };
let store: Store;

function addClient(id: string): void {
  store.sql
    .prepare(
      `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
       VALUES (?, ?, 'AA', 1, 'Europe/London', '[]', 'en', 'EUR', 1, 1)`,
    )
    .run(id, `Client ${id}`);
  store.sql
    .prepare(
      `INSERT INTO board_columns (id, client_id, name, kind, rank) VALUES (?, ?, 'To do', 'todo', 'a0')`,
    )
    .run(`${id}-col`, id);
  store.sql
    .prepare(
      `INSERT INTO tasks (id, client_id, column_id, rank, title, created_at, updated_at)
       VALUES (?, ?, ?, 'a0', 'It''s a "title"', 1, 1)`,
    )
    .run(`${id}-task`, id, `${id}-col`);
}

function everything(): unknown {
  const all = (table: string) => store.sql.prepare(`SELECT * FROM ${table} ORDER BY id`).all();
  return [all('clients'), all('board_columns'), all('tasks')];
}

beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

describe('undo', () => {
  it('still knows what to take back after memory was given back', () => {
    const before = everything();
    store.act(label, () => addClient('c1'));
    const added = everything();
    store.settle();
    expect(everything()).toEqual(added);
    expect(store.undo()).toEqual(label);
    expect(everything()).toEqual(before);
  });

  it('takes back an insert, an update and a delete with everything that went with it', () => {
    store.act(label, () => addClient('c1'));
    const added = everything();
    store.act(label, () => store.sql.prepare(`UPDATE clients SET name = 'Other' WHERE id = 'c1'`).run());
    store.act(label, () => {
      store.sql.prepare(`DELETE FROM tasks WHERE client_id = 'c1'`).run();
      store.sql.prepare(`DELETE FROM clients WHERE id = 'c1'`).run();
    });
    expect(store.sql.prepare('SELECT count(*) FROM tasks').pluck().get()).toBe(0);
    store.undo();
    store.undo();
    expect(everything()).toEqual(added);
    expect(
      store.sql.prepare(`SELECT count(*) FROM tasks_text WHERE tasks_text MATCH 'title'`).pluck().get(),
    ).toBe(1);
    store.redo();
    store.redo();
    expect(everything()).toEqual([[], [], []]);
    store.undo();
    store.undo();
    store.undo();
    expect(everything()).toEqual([[], [], []]);
    expect(store.undo()).toBeNull();
  });

  it('sets back only the columns that changed', () => {
    store.write(() => addClient('c1'));
    store.act(label, () => store.sql.prepare(`UPDATE clients SET name = 'Other' WHERE id = 'c1'`).run());
    store.write(() => store.sql.prepare(`UPDATE clients SET pinned = 1 WHERE id = 'c1'`).run());
    store.undo();
    expect(store.sql.prepare('SELECT name, pinned FROM clients').get()).toEqual({
      name: 'Client c1',
      pinned: 1,
    });
  });

  it('leaves no step behind when the work fails, and refuses what later work forbids', () => {
    expect(() =>
      store.act(label, () => {
        addClient('c1');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(everything()).toEqual([[], [], []]);
    expect(store.undoState().undo).toBeNull();

    store.act(label, () => addClient('c2'));
    store.write(() =>
      store.sql
        .prepare(
          `INSERT INTO time_entries (id, client_id, started_at, zone, source, created_at, updated_at)
           VALUES ('e', 'c2', 1, 'UTC', 'timer', 1, 1)`,
        )
        .run(),
    );
    expect(() => store.undo()).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(store.sql.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(1);
    expect(store.undoState().undo).toBeNull();
  });

  it('keeps the step when only the disk refuses', () => {
    store.write(() => addClient('c1'));
    store.act(label, () => store.sql.prepare(`UPDATE clients SET name = 'Other' WHERE id = 'c1'`).run());
    store.sql.pragma('query_only = ON');
    expect(() => store.undo()).toThrow(expect.objectContaining({ code: 'read_only' }));
    store.sql.pragma('query_only = OFF');
    expect(store.undo()).toEqual(label);
    expect(store.sql.prepare('SELECT name FROM clients').pluck().get()).toBe('Client c1');
  });

  it('announces what it changes, after the commit', () => {
    const heard: unknown[] = [];
    store.feed.subscribe((changes) => heard.push(changes));
    store.act(label, (announce) => {
      addClient('c1');
      announce('clients', 'c1');
      expect(heard).toEqual([]);
    });
    const expected = [
      { topic: 'clients', clientId: 'c1' },
      { topic: 'undo', clientId: null },
    ];
    expect(heard).toEqual([expected]);
    store.undo();
    expect(heard).toEqual([expected, expected]);
  });
});
