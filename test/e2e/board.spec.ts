import type { Locator, Page } from '@playwright/test';
import { clientHref } from '#renderer/lib/addresses.ts';
import { expect, launch, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { addClient, callApp } from './support/seed.ts';

type Client = Awaited<ReturnType<typeof addClient>>;

const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}, `) });
const card = (page: Page, title: string) => page.getByRole('article', { name: title, exact: true });
const titles = (where: Locator) =>
  where.getByRole('article').evaluateAll((cards) => cards.map((one) => one.getAttribute('aria-label')));
const announced = (page: Page) => page.getByTestId('announcer');

/** A sample client whose first column holds these cards, top to bottom, and its board on screen. */
async function openBoard(page: Page, ...cards: string[]): Promise<Client> {
  const client = await addClient(page, 'Sample client');
  for (const title of cards.toReversed())
    await callApp(page, 'tasks.add', { clientId: client.clientId, title });
  await page.evaluate((href) => {
    window.location.hash = href;
  }, clientHref(client.clientId));
  await expect(column(page, 'To do')).toBeVisible();
  await expect(column(page, 'To do').getByRole('article')).toHaveCount(cards.length);
  return client;
}

test('typing at the head of a column adds, reads the date, and stays there', async ({ page }) => {
  await openBoard(page);
  await expect(page.getByRole('heading', { name: 'Nothing open for Sample client' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('n');
  const field = page.getByRole('textbox', { name: 'New task in To do' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Call the printer tomorrow 45m key');
  await expect(page.getByRole('button', { name: '45m: leave it in the title' })).toBeVisible();
  await page.getByRole('button', { name: 'Key: leave it in the title' }).click();
  await page.keyboard.press('Enter');
  await expect(card(page, 'Call the printer key')).toContainText('45m');
  await expect(card(page, 'Call the printer key')).not.toContainText('Key');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await page.keyboard.type('Second');
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(column(page, 'To do'))).toEqual(['Second', 'Call the printer key']);
  await expect(announced(page)).toHaveText('“Second” added');
});

test('the keyboard moves cards, says where, and takes it back', async ({ page }) => {
  const { clientId } = await openBoard(page, 'a', 'b', 'c');
  await card(page, 'a').focus();
  await page.keyboard.press('Control+ArrowDown');
  await expect.poll(() => titles(column(page, 'To do'))).toEqual(['b', 'a', 'c']);
  await expect(card(page, 'a')).toBeFocused();
  await expect(announced(page)).toHaveText('“a” moved to To do, 2 of 3');
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => titles(column(page, 'Doing'))).toEqual(['a']);
  await expect(card(page, 'a')).toBeFocused();
  await expect(announced(page)).toHaveText('“a” moved to Doing, 1 of 1');
  await page.keyboard.press('ArrowLeft');
  await expect(card(page, 'b')).toBeFocused();
  await page.keyboard.press('End');
  await expect(card(page, 'c')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('textbox', { name: 'New task in To do' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(card(page, 'b')).toBeFocused();

  await page.keyboard.press('Control+z');
  await expect.poll(() => titles(column(page, 'To do'))).toEqual(['b', 'a', 'c']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => titles(column(page, 'To do'))).toEqual(['a', 'b', 'c']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => titles(column(page, 'To do'))).toEqual(['b', 'a', 'c']);
  const stored = await callApp(page, 'board.get', { clientId });
  expect(stored.cards.map((one) => one.title)).toEqual(['b', 'a', 'c']);
});

test('the mouse drags cards between columns, to a place, and into the folded one', async ({ page }) => {
  const { clientId } = await openBoard(page, 'a', 'b', 'c');
  await card(page, 'c').dragTo(card(page, 'a'), { targetPosition: { x: 40, y: 4 } });
  await expect.poll(() => titles(column(page, 'To do'))).toEqual(['c', 'a', 'b']);
  await card(page, 'a').dragTo(column(page, 'Doing'), { targetPosition: { x: 60, y: 200 } });
  await expect.poll(() => titles(column(page, 'Doing'))).toEqual(['a']);
  await card(page, 'b').dragTo(page.getByRole('button', { name: /^Done 0/ }));
  await expect(page.getByRole('button', { name: /^Done 1/ })).toBeVisible();
  await expect.poll(() => titles(column(page, 'To do'))).toEqual(['c']);
  await page.getByRole('button', { name: /^Done 1/ }).click();
  await expect.poll(() => titles(column(page, 'Done'))).toEqual(['b']);
  const { cards } = await callApp(page, 'board.get', { clientId });
  expect(cards.find((one) => one.title === 'b')?.completedAt).toBeGreaterThan(0);
});

test('the timer starts and stops on a card by key and by its button, and F2 renames', async ({ page }) => {
  const { clientId } = await openBoard(page, 'a', 'b');
  await card(page, 'a').focus();
  await page.keyboard.press('t');
  await expect(card(page, 'a').getByRole('button', { name: 'Stop timer on a' })).toBeVisible();
  await expect(announced(page)).toHaveText('Timer started on “a”');
  await card(page, 'b').getByRole('button', { name: 'Start timer on b' }).click();
  await expect(card(page, 'b').getByRole('button', { name: 'Stop timer on b' })).toBeVisible();
  await expect(card(page, 'a').getByRole('button', { name: 'Start timer on a' })).toBeVisible();
  await card(page, 'b').focus();
  await page.keyboard.press('t');
  await expect.poll(() => callApp(page, 'time.running')).toBeNull();

  await page.keyboard.press('F2');
  await page.keyboard.type('b renamed');
  await page.keyboard.press('Enter');
  await expect(card(page, 'b renamed')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('thrown away');
  await page.keyboard.press('Escape');
  await expect(card(page, 'b renamed')).toBeFocused();
  const { cards } = await callApp(page, 'board.get', { clientId });
  expect(cards.map((one) => one.title)).toEqual(['a', 'b renamed']);
});

test('several cards are selected by keyboard and mouse and changed together', async ({ page }) => {
  await openBoard(page, 'a', 'b', 'c', 'd');
  await card(page, 'a').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await card(page, 'd').click({ modifiers: ['Control'] });
  await expect(page.getByText('3 cards selected')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Category…' }).click();
  await page.getByRole('menuitem', { name: 'Useful' }).click();
  await expect(column(page, 'To do').getByText('Useful')).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Filter' })).toBeVisible();

  await card(page, 'a').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => titles(column(page, 'Doing'))).toHaveLength(4);
  await page.keyboard.press('Control+z');
  await expect(column(page, 'To do').getByRole('article')).toHaveCount(4);
  await expect(card(page, 'a, selected')).toBeFocused();
  await page.keyboard.press('Escape');
  await card(page, 'b').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => titles(column(page, 'To do'))).toEqual(['a', 'c', 'd']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => titles(column(page, 'To do'))).toEqual(['a', 'b', 'c', 'd']);
});

test('the panel edits every field in place and loses no text', async ({ page }) => {
  const { clientId } = await openBoard(page, 'Travel', 'Newsletter');
  await card(page, 'Travel').focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Task Travel' });
  await expect(panel).toBeVisible();
  await panel.getByRole('button', { name: /^What is wanted/ }).click();
  await page.keyboard.type('Two nights');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('button', { name: 'What is wanted: Two nights' })).toBeFocused();
  await panel.getByRole('button', { name: /^Estimate/ }).click();
  await page.keyboard.type('soon');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toHaveText('Please enter a duration such as 1h 30m.');
  await expect(panel.getByRole('textbox', { name: 'Estimate' })).toHaveValue('soon');
  await panel.getByRole('textbox', { name: 'Estimate' }).fill('1:30');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Estimate: 1h 30m' })).toBeVisible();
  await panel.getByRole('button', { name: 'Add a step' }).click();
  for (const step of ['Flights', 'Hotel']) {
    await page.keyboard.type(step);
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('checkbox', { name: step })).toBeVisible();
  }
  // Ticked once it is stored, so the click and the tick are two moments.
  await panel.getByRole('checkbox', { name: 'Flights' }).click();
  await expect(panel.getByRole('checkbox', { name: 'Flights' })).toBeChecked();
  await expect(panel.getByText('1 of 2')).toBeVisible();
  await panel.getByRole('button', { name: 'Add a link' }).first().click();
  await panel.getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Only web and mail addresses can be opened.')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Address' }).fill('example.com/fair');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: /^example.com/ })).toBeVisible();
  await panel.getByRole('button', { name: /^Due/ }).click();
  await page.getByRole('textbox', { name: 'Time' }).fill('9 o’clock');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Please enter a time such as 14:30.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Time' }).fill('930');
  await page.getByRole('button', { name: 'Tomorrow' }).click();
  await expect(panel.getByText('By when')).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Due: .*, 09:30$/ })).toBeVisible();
  await expectAccessible(page);

  await panel.getByRole('button', { name: 'Next task' }).click();
  await expect(page.getByRole('complementary', { name: 'Task Newsletter' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(card(page, 'Newsletter')).toBeFocused();
  const { cards } = await callApp(page, 'board.get', { clientId });
  expect(cards[0]).toMatchObject({ title: 'Travel', estimateMinutes: 90, checklistDone: 1, links: 1 });
});

test('columns are added, limited, moved and deleted without losing a card', async ({ page }) => {
  await openBoard(page, 'a', 'b');
  await column(page, 'To do').getByRole('button', { name: 'Column To do' }).click();
  await page.getByRole('menuitem', { name: 'Name, kind and limit…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change column' });
  await dialog.getByRole('textbox', { name: 'Limit' }).fill('1');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(column(page, 'To do').getByText('2 / 1')).toBeVisible();
  await expect(column(page, 'To do').getByText('above the limit')).toBeAttached();
  await column(page, 'To do').getByRole('button', { name: 'Column To do' }).click();
  await page.getByRole('menuitem', { name: 'Delete column' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete column' }).click();
  await expect.poll(() => titles(column(page, 'Doing'))).toEqual(['a', 'b']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => titles(column(page, 'To do'))).toEqual(['a', 'b']);
});

test('the palette finds tasks, and a restart finds everything with its filter', async ({ profile }) => {
  const first = await launch({ profile });
  const { clientId } = await openBoard(
    first.page,
    'Invoice query',
    'Tasting "evening" invitation',
    '会議の準備',
  );
  await first.page.keyboard.press('Control+k');
  const search = first.page.getByRole('combobox', { name: 'Search or run' });
  await search.fill('"evening" inv');
  await expect(first.page.getByRole('option', { name: /Tasting "evening" invitation/ })).toBeVisible();
  await search.fill('会議');
  await first.page.getByRole('option', { name: /会議の準備/ }).click();
  await expect(first.page.getByRole('complementary', { name: 'Task 会議の準備' })).toBeVisible();
  await first.page.keyboard.press('Escape');
  await first.page.keyboard.press('/');
  await first.page.getByRole('textbox', { name: 'Title contains' }).fill('inv');
  await expect(card(first.page, '会議の準備')).toHaveCount(0);
  await first.page.keyboard.press('Enter');
  await expect(first.page.getByRole('button', { name: 'Filter (1)' })).toBeFocused();
  await first.close();

  const second = await launch({ profile });
  const { page } = second;
  await page.evaluate((href) => {
    window.location.hash = href;
  }, clientHref(clientId));
  await expect(card(page, 'Invoice query')).toBeVisible();
  await expect(card(page, '会議の準備')).toHaveCount(0);
  await page.getByRole('button', { name: 'Filter (1)' }).click();
  await page.getByRole('button', { name: 'Show all cards' }).click();
  await expect
    .poll(() => titles(column(page, 'To do')))
    .toEqual(['Invoice query', 'Tasting "evening" invitation', '会議の準備']);
  await second.close();
});
