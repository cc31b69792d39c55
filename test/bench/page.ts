import type { Page } from '@playwright/test';
import { clientHref, overviewHref } from '#renderer/lib/addresses.ts';
import { launch } from '../e2e/support/app.ts';
import { callApp } from '../e2e/support/seed.ts';
import type { Figure } from './figures.ts';
import { watch } from './watch.ts';

/** Boards of more than 500 open cards, each opened for the first time, and tasks typed at the head of a column. */
export async function measureBoard(profile: string): Promise<Figure[]> {
  const app = await launch({ profile });
  try {
    const { page } = app;
    const clients = await callApp(page, 'clients.list');
    const opened: number[] = [];
    const added: number[] = [];
    for (const { id } of clients) {
      const board = await callApp(page, 'board.get', { clientId: id });
      if (board.cards.length < 500) throw new Error(`a board has ${board.cards.length} cards only`);
      await show(page, overviewHref('today'));
      await page.getByRole('main').waitFor();
      await page.waitForTimeout(500);
      const cards = await watch(page, { selector: 'article' });
      await show(page, clientHref(id));
      opened.push(await cards());
      added.push(await addTask(page));
    }
    return [
      {
        work: 'Open a board of 500 cards, to the last visible card',
        unit: 'ms',
        values: opened,
        budget: 100,
      },
      { work: 'New task on that board, Enter to row', unit: 'ms', values: added, budget: 50 },
    ];
  } finally {
    await app.close();
  }
}

async function addTask(page: Page): Promise<number> {
  await page.keyboard.press('n');
  await page.keyboard.type('Write to the printer');
  const row = await watch(page, { selector: 'article[aria-label="Write to the printer"]', from: 'keydown' });
  await page.keyboard.press('Enter');
  return row();
}

const TYPED = ['invoice for tom', 'travel oslo', 'call the printer', 'newsletter'];

/** The palette on 100,000 tasks: every key to the last result in sight. */
export async function measureSearch(profile: string): Promise<Figure[]> {
  const app = await launch({ profile });
  try {
    const { page } = app;
    await page.waitForTimeout(1_500);
    const values: number[] = [];
    for (const text of TYPED) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').waitFor();
      await page.waitForTimeout(400);
      for (const letter of text) {
        const results = await watch(page, { selector: '[role=listbox]', from: 'keydown' });
        await page.keyboard.type(letter);
        // A blank that changes no word changes no result.
        values.push(
          ...(await results().then(
            (one) => [one],
            (error) => (letter === ' ' ? [] : Promise.reject(error)),
          )),
        );
      }
      await page.keyboard.press('Escape');
      await page.waitForTimeout(300);
    }
    return [{ work: 'Search 100,000 tasks as you type, a keystroke', unit: 'ms', values, budget: 50 }];
  } finally {
    await app.close();
  }
}

async function show(page: Page, href: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, href);
}
