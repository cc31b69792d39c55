import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServices, type TestServices } from '#test/support/services.ts';

const account = '01930000-0000-7000-8000-00000000a001';
let services: TestServices;
let bakery: string;
let fjord: string;

const run = (sql: string, ...values: unknown[]) =>
  services.store.write(() => void services.store.sql.prepare(sql).run(...values));
let folders = 0;

function assign(clientId: string, remoteId: string, state = 'present'): void {
  folders += 1;
  const id = `01930000-0000-7000-8000-${`${folders}`.padStart(12, '0')}`;
  run(
    `INSERT INTO drive_folders (id, account_id, client_id, remote_id, drive_id, name, state, created_at)
     VALUES (?, ?, ?, ?, '', ?, ?, 1)`,
    ...[id, account, clientId, remoteId, remoteId, state],
  );
}

function put(parent: string, id: string, name: string, folder = 0, generation = 1): void {
  run(
    `INSERT INTO drive_files (account_id, generation, remote_id, parent_id, name, mime_type, is_folder, modified_at,
       modified_by, version) VALUES (?, ?, ?, ?, ?, 'text/plain', ?, 1, '', '1')`,
    ...[account, generation, id, parent, name, folder],
  );
}

const find = async (text: string, clientId = bakery) => {
  const { files, more } = await services.call('files.find', { clientId, text });
  return { names: files.map(({ name, path }) => [...path, name].join(' / ')), more };
};

beforeEach(async () => {
  services = openServices();
  bakery = (await services.call('clients.add', { name: 'Northwind Bakery' })).clientId;
  fjord = (await services.call('clients.add', { name: 'Fjord & Co' })).clientId;
  run(
    `INSERT INTO accounts (id, subject, email, reads_calendar, reads_files, files_generation, created_at)
     VALUES (?, 's', 'sample@sample.example', 1, 1, 1, 1)`,
    account,
  );
  assign(bakery, 'root');
  put('root', 'menus', 'Menus', 1);
  put('menus', 'winter', 'Winter', 1);
  put('winter', 'cafe', 'Café menu December');
  put('root', 'price', 'Price list December');
});
afterEach(() => services.close());

describe('finding files by name', () => {
  it('finds every word in any order, whatever its case and accents, and says where a file lies', async () => {
    expect(await find('DECEMBER cafe')).toEqual({
      names: ['Menus / Winter / Café menu December'],
      more: false,
    });
    expect((await find('december')).names).toEqual([
      'Menus / Winter / Café menu December',
      'Price list December',
    ]);
    expect((await find('menu')).names).toEqual(['Menus / Winter / Café menu December', 'Menus']);
    expect((await find('january')).names).toEqual([]);
  });

  it('finds nothing of another client, also not below a folder that was given away', async () => {
    expect((await find('december', fjord)).names).toEqual([]);
    assign(fjord, 'winter');
    expect((await find('december')).names).toEqual(['Price list December']);
    expect((await find('december', fjord)).names).toEqual(['Café menu December']);
  });

  it('finds nothing of an older reading, and nothing in a lost folder', async () => {
    put('root', 'old', 'Old December', 0, 0);
    expect((await find('old')).names).toEqual([]);
    run(`UPDATE drive_folders SET state = 'lost'`);
    expect((await find('december')).names).toEqual([]);
  });

  it('ends after two hundred and says that there are more', async () => {
    for (let index = 0; index < 201; index++) put('menus', `m${index}`, `Sheet ${index}`);
    const { names, more } = await find('sheet');
    expect([names.length, more]).toEqual([200, true]);
    expect(await find('sheet 200')).toEqual({ names: ['Menus / Sheet 200'], more: false });
  });

  it('refuses an empty text', async () => {
    await expect(find('  ')).rejects.toThrow(expect.objectContaining({ code: 'invalid_input' }));
  });
});
