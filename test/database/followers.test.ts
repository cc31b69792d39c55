import { afterEach, beforeEach, expect, it } from 'vitest';
import { Store } from '#main/store/store.ts';
import { openTestStore } from '#test/support/store.ts';

const label = { key: 'undo.test', values: {} };
let errors: unknown[];
let store: Store;
beforeEach(() => {
  errors = [];
  store = new Store(openTestStore().sql, (error) => errors.push(error));
});
afterEach(() => store.close());

const name = (value: string) => store.sql.prepare(`UPDATE business_profile SET name = ?`).run(value);
const trade = (value: string) => store.sql.prepare(`UPDATE business_profile SET trade = ?`).run(value);
const row = () => store.sql.prepare('SELECT name, trade FROM business_profile').get();

it('a follower changes rows in the same transaction, and is undone with what it followed', () => {
  store.sql.exec(
    `INSERT INTO business_profile (id, name, tax_category, updated_at) VALUES ('own', 'A', 'none', 1)`,
  );
  const told: unknown[] = [];
  store.follow((changes, announce) => {
    told.push(changes);
    trade(`of ${store.sql.prepare('SELECT name FROM business_profile').pluck().get()}`);
    announce('time');
  });
  const published: unknown[] = [];
  store.feed.subscribe((changes) => published.push(...changes.map(({ topic }) => topic)));
  store.act(label, (announce) => {
    name('B');
    announce('billing', null);
  });
  expect(row()).toEqual({ name: 'B', trade: 'of B' });
  expect(told).toEqual([[{ topic: 'billing', clientId: null }]]);
  expect(published).toEqual(['billing', 'time', 'undo']);
  store.undo();
  expect(row()).toEqual({ name: 'A', trade: 'of A' });
  store.redo();
  expect(row()).toEqual({ name: 'B', trade: 'of B' });
});

it('a follower that throws undoes its own part, is told of, and stops nothing', () => {
  store.sql.exec(
    `INSERT INTO business_profile (id, name, tax_category, updated_at) VALUES ('own', 'A', 'none', 1)`,
  );
  const wrong = new Error('no');
  store.follow(() => {
    trade('lost');
    throw wrong;
  });
  store.write((announce) => {
    name('B');
    announce('billing');
  });
  expect(row()).toEqual({ name: 'B', trade: '' });
  expect(errors).toEqual([wrong]);
});

it('a transaction that announces nothing has nothing to follow', () => {
  let followed = 0;
  store.follow(() => void followed++);
  store.write(() => undefined);
  expect(followed).toBe(0);
});
