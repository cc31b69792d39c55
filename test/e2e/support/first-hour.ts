import { expect, type Page } from '@playwright/test';

export const column = (page: Page, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name}, `) });
export const card = (page: Page, title: string) => page.getByRole('article', { name: title, exact: true });
const rail = (page: Page) => page.getByRole('navigation', { name: 'Clients', exact: true });

/** What is shorter cannot be billed. */
const atLeastASecond = /0:00:(0[2-9]|[1-9]\d)$/;

/** The first one from the first screen, the others from the rail. */
export async function addClients(page: Page, ...names: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add a client' }).click();
  for (const [index, name] of names.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add client' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a client' });
    await dialog.getByLabel('Name').fill(name);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(rail(page).getByRole('link', { name })).toBeVisible();
  }
}

/** A view of a client, through the rail and its tab. */
export async function openTab(page: Page, client: string, tab: string): Promise<void> {
  await rail(page).getByRole('link', { name: client }).click();
  await expect(page.getByRole('heading', { level: 1, name: client })).toBeVisible();
  const link = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: tab });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}

export async function openAccounts(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Timer' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Google' }).click();
  await expect(page.getByRole('region', { name: 'Google accounts' })).toBeVisible();
}

/** Connects the account and gives its calendar and its folder to the client. */
export async function connectAndAssign(page: Page, client: string): Promise<void> {
  await openAccounts(page);
  await page.getByRole('button', { name: 'Connect an account' }).first().click();
  await page.getByRole('combobox', { name: 'Client of the calendar Bakery calendar' }).click();
  await page.getByRole('option', { name: client }).click();
  await page.getByRole('button', { name: 'Give a folder to a client' }).click();
  await page.getByRole('button', { name: 'My Drive' }).click();
  await page.getByRole('button', { name: 'Bakery folder' }).click();
  await page.getByRole('combobox', { name: 'Client', exact: true }).click();
  await page.getByRole('option', { name: client }).click();
  await page.getByRole('button', { name: 'Give “Bakery folder”' }).click();
  await expect(page.getByRole('cell', { name: /^Bakery folder/ })).toBeVisible();
  await expect(page.getByText(/Last synced/)).toBeVisible();
}

/** Types a card at the head of the first column, which stays there. */
export async function addCard(page: Page, title: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'New task in To do' });
  await field.click();
  await field.fill(title);
  await page.keyboard.press('Enter');
  await expect(card(page, title)).toBeVisible();
}

/** Adds three cards, moves one with the mouse and one by keyboard, and tracks time on both. */
export async function workTheBoard(page: Page): Promise<void> {
  for (const title of ['Proofread order form', 'Opening hours', 'Newsletter']) await addCard(page, title);
  await card(page, 'Newsletter').dragTo(column(page, 'Doing'), { targetPosition: { x: 60, y: 200 } });
  await expect(column(page, 'Doing').getByRole('article')).toHaveCount(1);
  await card(page, 'Opening hours').focus();
  await page.keyboard.press('Control+ArrowRight');
  await expect(column(page, 'Doing').getByRole('article')).toHaveCount(2);

  const bar = page.getByRole('region', { name: 'Timer' });
  await page.keyboard.press('t');
  await expect(bar).toContainText('Opening hours');
  await expect(bar.getByRole('timer')).toHaveText(atLeastASecond);
  await card(page, 'Newsletter').getByRole('button', { name: 'Start timer on Newsletter' }).click();
  await expect(bar).toContainText('Newsletter');
  await expect(bar.getByRole('timer')).toHaveText(atLeastASecond);
  await bar.getByRole('button', { name: 'Stop' }).click();
  await expect(bar).toContainText('No timer running');
}

export async function unlock(page: Page): Promise<void> {
  await page.keyboard.press('l');
  await expect(page.getByText('Keychain unlocked')).toBeVisible();
}

/** Keeps a password for the open client, and looks at it. */
export async function keepPassword(page: Page, label: string, secret: string): Promise<void> {
  await page.getByRole('button', { name: 'Add credential' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Label').fill(label);
  await dialog.getByLabel(/^Password/).fill(secret);
  await dialog.getByRole('button', { name: 'Add credential' }).click();
  await expect(dialog).toBeHidden();
  await unlock(page);
  await page.getByRole('button', { name: `Show the password of ${label}`, exact: true }).click();
  await expect(page.getByText(secret)).toBeVisible();
}

/** Writes an hour and a half of work by hand; the first hour itself is too short to be billed. */
export async function addWork(page: Page, client: string): Promise<void> {
  await openTab(page, client, 'Time');
  await page.getByRole('button', { name: 'Add entry' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add time entry' });
  // Yesterday, whose hours are over at any time of the day.
  const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10);
  await dialog.getByRole('textbox', { name: 'Date' }).fill(yesterday);
  await dialog.getByRole('textbox', { name: 'Start' }).fill('0:00');
  await dialog.getByRole('textbox', { name: 'End' }).fill('1:30');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Inbox');
  await dialog.getByRole('button', { name: 'Add entry' }).click();
  await expect(dialog).toBeHidden();
}

/** Agrees a rate, drafts what is unbilled, fills in both parties and issues the invoice. */
export async function agreeAndInvoice(page: Page, client: string): Promise<void> {
  await openTab(page, client, 'Money');
  await page.getByRole('button', { name: 'Add agreement' }).click();
  const rate = page.getByRole('dialog', { name: 'Add an agreement' });
  await rate.getByLabel('Rate per hour').fill('45.00');
  await rate.getByRole('button', { name: 'Save' }).click();
  await expect(rate).toBeHidden();
  await page.getByRole('button', { name: 'New invoice' }).click();
  await page
    .getByRole('dialog', { name: 'New invoice' })
    .getByRole('button', { name: 'Create draft' })
    .click();
  await expect(page.getByText(/locks \d+ time entries/)).toBeVisible();
  const draft = await page.evaluate(() => window.location.hash);

  await page.getByRole('button', { name: 'Fill in the client’s details' }).click();
  const party = page.getByRole('dialog', { name: 'Billing details' });
  await party.getByLabel('Legal name').fill('Sample Bakery Ltd');
  await party.getByLabel('Address', { exact: true }).fill('Sample street 9\n10000 Sample town');
  await party.getByRole('button', { name: 'Save' }).click();
  await expect(party).toBeHidden();
  await page.getByRole('link', { name: 'Fill in my details' }).click();
  await page.getByLabel('Your name or company').fill('Sample Assistant');
  await page.getByLabel('Address', { exact: true }).fill('Sample street 1\n10000 Sample town');
  await page.getByLabel('How to pay you').fill('EE00 0000 0000 0000 0000');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('My details are saved')).toBeVisible();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, draft);
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  const confirm = page.getByRole('dialog', { name: /^Issue invoice \d{4}-001\?$/ });
  await confirm.getByRole('button', { name: 'Issue invoice' }).click();
  await expect(page.getByText(/^Issued and kept as it is/)).toBeVisible();
}
