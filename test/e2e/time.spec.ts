import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect, launch, type RunningApp } from './support/app.ts';

/** The app on the clocks of a zone that sets them forward and back. */
const test = base.extend<{ app: RunningApp }>({
  app: async ({ profile }, use) => {
    const app = await launch({ profile, env: { TZ: 'Europe/Berlin' } });
    await use(app);
    await app.close();
  },
});

async function call<Result>(page: Page, name: string, input?: unknown): Promise<Result> {
  const answer = await page.evaluate(([method, value]) => window.api.call(method, value), [
    name,
    input,
  ] as const);
  if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
  return answer.value as Result;
}

async function addClient(page: Page, name: string): Promise<string> {
  return (await call<{ clientId: string }>(page, 'clients.add', { name })).clientId;
}

async function openTime(page: Page): Promise<void> {
  await page.waitForFunction(() => window.location.hash === '#/today');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Time' }).click();
  await expect(page.getByRole('button', { name: 'Add entry' })).toBeVisible();
}

async function chooseClient(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: 'Client' }).fill(name);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Task' })).toBeVisible();
}

/** Adds an entry on the shown date through the dialog, by keyboard. */
async function addByHand(page: Page, client: string, start: string, end: string, note: string) {
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Add time entry' });
  await chooseClient(page, client);
  await dialog.getByRole('textbox', { name: 'Start' }).fill(start);
  await dialog.getByRole('textbox', { name: 'End' }).fill(end);
  await dialog.getByRole('textbox', { name: 'Note' }).fill(note);
  await dialog.getByRole('button', { name: 'Add entry' }).click();
  await expect(dialog).toBeHidden();
}

test('the timer starts, switches, stops and resumes by keyboard', async ({ page }) => {
  const northwind = await addClient(page, 'Northwind Bakery');
  await addClient(page, 'Fjord & Co');
  await call(page, 'tasks.add', { clientId: northwind, title: 'December newsletter' });
  const bar = page.getByRole('region', { name: 'Timer' });

  // The first time by mouse: keys work once the commands have been offered.
  await bar.getByRole('button', { name: 'Start timer' }).click();
  const picker = page.getByRole('dialog', { name: 'Start the timer on…' });
  await picker.getByRole('combobox').fill('north news');
  // The task, and what was typed as a note.
  await expect(picker.getByRole('option')).toHaveText([/^December newsletter/, /^news/]);
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('December newsletter');
  await expect(bar.getByRole('timer')).toHaveText(/^0:0\d:\d\d$/);

  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('dialog').getByRole('combobox').fill('fjord');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('Fjord & Co');

  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('dialog').getByRole('combobox').fill('call the printer, north');
  await expect(page.getByRole('option')).toHaveText([/^call the printerNorthwind Bakery/]);
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('Northwind Bakery · call the printer');
  await page.keyboard.press('Control+z');
  await expect(bar).toContainText('Fjord & Co');

  await page.keyboard.press('Control+Shift+T');
  await expect(bar).toContainText('No timer running');
  await page.keyboard.press('Control+Shift+T');
  await expect(bar).toContainText('Fjord & Co');
  await bar.getByRole('button', { name: 'Stop' }).click();
  await expect(bar).toContainText('No timer running');
  const list = await call<{ count: number }>(page, 'time.list', {
    filter: { clientId: null },
    offset: 0,
    limit: 10,
  });
  expect(list.count).toBe(3);
});

test('a day is written by hand, changed, deleted and taken back', async ({ page }) => {
  await addClient(page, 'Northwind Bakery');
  await addClient(page, 'Fjord & Co');
  await openTime(page);
  // Yesterday, whose hours are over at any time of the day.
  await page.keyboard.press('[');
  await addByHand(page, 'North', '9', '10:30', 'Inbox');
  await addByHand(page, 'Fjord', '11', '1145', 'Call with Oslo');

  const entries = page.getByRole('list', { name: 'Entries' });
  const inbox = entries.getByRole('button', { name: /^Inbox, Northwind Bakery, 09:00–10:30, 1h 30m$/ });
  await expect(inbox).toBeVisible();
  await expect(entries.getByRole('button', { name: /^30m gap, 10:30–11:00/ })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Tracked' })).toContainText('2h 15m');

  await inbox.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const oslo = entries.getByRole('button', { name: /^Call with Oslo/ });
  await expect(oslo).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Time entry' });
  await dialog.getByRole('textbox', { name: 'End' }).fill('10');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('The end must be after the start.');
  await dialog.getByRole('textbox', { name: 'End' }).fill('12');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(oslo).toHaveAccessibleName('Call with Oslo, Fjord & Co, 11:00–12:00, 1h');

  // The palette knows which entry had the focus; an edge moved by key can be taken back, message by message.
  await oslo.focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Split');
  await page.getByRole('option', { name: 'Split “Call with Oslo”…' }).click();
  const split = page.getByRole('dialog', { name: 'Split entry' });
  await expect(split).toContainText('Call with Oslo');
  await page.keyboard.press('Escape');
  await expect(split).toBeHidden();
  await oslo.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByTitle('“Call with Oslo” now ends at 11:55')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByTitle('“Call with Oslo” now ends at 11:50')).toBeVisible();
  await expect(page.getByTitle('“Call with Oslo” now ends at 11:55')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(oslo).toHaveAccessibleName('Call with Oslo, Fjord & Co, 11:00–11:55, 55m');
  await oslo.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(oslo).toHaveAccessibleName('Call with Oslo, Fjord & Co, 11:00–12:00, 1h');

  await oslo.focus();
  await page.keyboard.press('Delete');
  await expect(oslo).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(oslo).toBeVisible();

  await page.keyboard.press('2');
  const week = page.getByRole('grid', { name: 'Tracked time by client and day' });
  await expect(week.getByRole('row', { name: /^Northwind Bakery/ })).toContainText('1h 30m');
  await expect(week.getByRole('row', { name: /^Total/ })).toContainText('2h 30m');
});

test('an end that is still to come is refused at its field, and nothing typed is lost', async ({ page }) => {
  await addClient(page, 'Northwind Bakery');
  await openTime(page);
  await page.keyboard.press(']');
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Add time entry' });
  await chooseClient(page, 'North');
  await dialog.getByRole('textbox', { name: 'Start' }).fill('9');
  const end = dialog.getByRole('textbox', { name: 'End' });
  await end.fill('10:30');
  await dialog.getByRole('button', { name: 'Add entry' }).click();
  await expect(end).toHaveAccessibleDescription(/This end is still to come/);
  await expect(end).toHaveValue('10:30');
  const date = dialog.getByRole('textbox', { name: 'Date' });
  await date.fill('2025-11-20');
  await dialog.getByRole('button', { name: 'Add entry' }).click();
  await expect(dialog).toBeHidden();
});

test('a time that the clocks skip is refused, one that happens twice is asked for', async ({ page }) => {
  await addClient(page, 'Northwind Bakery');
  await openTime(page);
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Add time entry' });
  await chooseClient(page, 'North');
  await dialog.getByRole('textbox', { name: 'Date' }).fill('2025-03-30');
  await dialog.getByRole('textbox', { name: 'Start' }).fill('2:30');
  await dialog.getByRole('textbox', { name: 'End' }).fill('5:00');
  await dialog.getByRole('button', { name: 'Add entry' }).click();
  await expect(dialog).toContainText(
    'On this day the clocks jump forward and 02:30 does not exist. The next time that does is 03:00.',
  );

  await dialog.getByRole('textbox', { name: 'Date' }).fill('2025-10-26');
  await dialog.getByRole('textbox', { name: 'Start' }).fill('2:30');
  await dialog.getByRole('textbox', { name: 'End' }).fill('3:30');
  await dialog.getByText('The second time').click();
  await expect(dialog.getByRole('status')).toHaveText('1h');
  await dialog.getByText('The first time').click();
  await expect(dialog.getByRole('status')).toHaveText('2h');
  await dialog.getByRole('button', { name: 'Add entry' }).click();
  await expect(dialog).toBeHidden();
  const list = await call<{ total: number }>(page, 'time.list', {
    filter: { clientId: null },
    offset: 0,
    limit: 1,
  });
  expect(list.total).toBe(2 * 3_600_000);

  // What it was is known when it is opened again, and a note leaves it as it is.
  await page.keyboard.press('3');
  await page.getByText('1 entry', { exact: true }).waitFor();
  await page.getByRole('main').getByText('Northwind Bakery').click();
  const again = page.getByRole('dialog', { name: 'Time entry' });
  await expect(again.getByRole('radio', { name: 'The first time' })).toBeChecked();
  await expect(again.getByRole('status')).toHaveText('2h');
  await again.getByRole('textbox', { name: 'Note' }).fill('Night shift');
  await again.getByRole('button', { name: 'Save' }).click();
  await expect(again).toBeHidden();
  const { rows } = await call<{ rows: { note: string; startedAt: number; endedAt: number }[] }>(
    page,
    'time.list',
    { filter: { clientId: null }, offset: 0, limit: 1 },
  );
  expect(rows.map(({ startedAt, endedAt, note }) => [note, endedAt - startedAt])).toEqual([
    ['Night shift', 2 * 3_600_000],
  ]);
});

test('the list is filtered and exported, cells that could be formulas are only text', async ({
  app,
  page,
}) => {
  const northwind = await addClient(page, 'Northwind Bakery');
  const fjord = await addClient(page, 'Fjord & Co');
  const add = (clientId: string, hour: string, note: string) =>
    call(page, 'time.add', {
      clientId,
      note,
      start: { date: '2025-11-20', time: `${hour}:00` },
      end: { date: '2025-11-20', time: `${hour}:45` },
      zone: 'Europe/Berlin',
    });
  await add(northwind, '09', '=HYPERLINK("https://example.com")');
  await add(northwind, '10', 'Plain words');
  await add(fjord, '11', 'Elsewhere');
  await openTime(page);
  await page.keyboard.press('3');
  await expect(page.getByText('3 entries')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search notes, tasks, clients' }).fill('northwind');
  await expect(page.getByText('2 entries')).toBeVisible();

  const folder = await mkdtemp(join(tmpdir(), 'clientele-export-'));
  const path = join(folder, 'out.csv');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, path);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByText('2 entries exported')).toBeVisible();
  const csv = await readFile(path, 'utf8');
  expect(csv.split('\r\n').filter(Boolean)).toHaveLength(3);
  expect(csv).toContain(`"'=HYPERLINK(""https://example.com"")"`);
  expect(csv).not.toContain('Elsewhere');
  await rm(folder, { recursive: true });
});

test('Today starts a timer and finishes a task with one key each', async ({ page }) => {
  const northwind = await addClient(page, 'Northwind Bakery');
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format();
  for (const title of ['Proofread order form', 'Post opening hours']) {
    await call(page, 'tasks.add', { clientId: northwind, title, due: { date: today }, estimateMinutes: 45 });
  }
  const due = page.getByRole('region', { name: 'Due' });
  await expect(due).toContainText('2 today');
  const proofread = due.getByRole('link', { name: 'Proofread order form' });
  await proofread.focus();
  await page.keyboard.press('t');
  await expect(page.getByRole('region', { name: 'Timer' })).toContainText('Proofread order form');
  await expect(due.getByRole('button', { name: 'Stop the timer' })).toBeVisible();
  await proofread.focus();
  await page.keyboard.press(' ');
  await expect(proofread).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(proofread).toBeVisible();
});
