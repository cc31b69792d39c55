import type { Page } from '@playwright/test';
import { clientHref } from '#renderer/lib/addresses.ts';
import { plainSpaces } from '#test/support/plain-spaces.ts';
import { expect } from './app.ts';
import { show } from './screen.ts';

/** A line of a draft as its table shows it: its text, and then what stands in the columns beside it. */
export type ShownLine = readonly [text: string, ...cells: readonly string[]];

export interface TypedAgreement {
  readonly kind: 'Hourly' | 'Per task' | 'Day rate' | 'Retainer';
  /** ISO date. */
  readonly from: string;
  readonly currency: string;
  /** By the labels of the form. */
  readonly fields: Readonly<Record<string, string>>;
  /** By the names of kinds of work. */
  readonly kindRates?: Readonly<Record<string, string>>;
}

export async function showMoney(page: Page, clientId: string, client: string): Promise<void> {
  await show(page, clientHref(clientId, 'money'), client);
  await expect(page.getByRole('button', { name: 'New invoice' })).toBeVisible();
}

/** Types an agreement as a person would, on the client's money screen. */
export async function agree(page: Page, agreement: TypedAgreement): Promise<void> {
  await page.getByRole('button', { name: 'Add agreement' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an agreement' });
  await dialog.getByText(agreement.kind, { exact: true }).click();
  await expect(dialog.getByRole('radio', { name: agreement.kind, exact: true })).toBeChecked();
  for (const [label, text] of Object.entries(agreement.fields))
    await dialog.getByLabel(label, { exact: true }).fill(text);
  const currency = dialog.getByRole('combobox', { name: 'Currency' });
  if ((await currency.inputValue()) !== agreement.currency) {
    await currency.fill(agreement.currency);
    await page.getByRole('option', { name: agreement.currency }).click();
  }
  if (agreement.kindRates) {
    await dialog.getByRole('button', { name: 'Rates for kinds of work' }).click();
    for (const [kind, rate] of Object.entries(agreement.kindRates))
      await dialog.getByRole('textbox', { name: kind, exact: true }).fill(rate);
  }
  await typeDate(dialog.getByRole('textbox', { name: 'From', exact: true }), agreement.from);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: agreement.kind, exact: true })).toBeVisible();
}

/** A date field; leaving it folds its calendar away. */
async function typeDate(field: ReturnType<Page['getByRole']>, date: string): Promise<void> {
  await field.fill(date);
  await field.press('Tab');
}

/** All unbilled work until a day (ISO) on a new draft. */
export async function draftUntil(page: Page, to: string, grouping: string): Promise<void> {
  await page.getByRole('button', { name: 'New invoice' }).click();
  const dialog = page.getByRole('dialog', { name: 'New invoice' });
  await typeDate(dialog.getByRole('textbox', { name: 'Last day' }), to);
  await dialog.getByText(grouping, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByRole('heading', { name: 'New invoice' })).toBeVisible();
}

/** Takes the tax that the two countries suggest. */
export async function takeTax(page: Page, tax: string): Promise<void> {
  await page.getByRole('button', { name: `Use “${tax}”` }).click();
  await expect(page.getByRole('button', { name: `Use “${tax}”` })).toBeHidden();
}

/** The lines of the draft on screen, in this order and no others. */
export async function expectLines(page: Page, lines: readonly ShownLine[]): Promise<void> {
  const rows = page.getByRole('region', { name: 'Lines' }).locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(lines.length);
  for (const [index, [text, ...cells]] of lines.entries()) {
    const words = page.getByLabel(`Description of line ${index + 1}`, { exact: true });
    await expect.poll(() => words.inputValue().then(plainSpaces)).toBe(text);
    for (const [place, cell] of cells.entries())
      await expect(
        rows
          .nth(index)
          .getByRole('cell')
          .nth(place + 1),
      ).toHaveText(cell);
  }
}

/** Issues the draft on screen for this total; answers the number that it was given. */
export async function issue(page: Page, total: string, client: string, what = 'invoice'): Promise<string> {
  await page.getByRole('button', { name: `Issue ${what}` }).click();
  const confirm = page.getByRole('dialog', { name: new RegExp(`^Issue ${what} .+\\?$`) });
  await expect(confirm.getByText(`${total} for ${client}, dated `)).toBeVisible();
  await confirm.getByRole('button', { name: `Issue ${what}` }).click();
  await expect(page.getByText(/^Issued and kept as it is/)).toBeVisible({ timeout: 20_000 });
  return (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
}

/** Writes down money that came in for the invoice on screen. */
export async function pay(page: Page, asked: string, amount: string): Promise<void> {
  await page.getByRole('button', { name: 'Add payment' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add payment' });
  await expect(dialog.getByLabel(/^Amount/)).toHaveValue(asked);
  await dialog.getByLabel(/^Amount/).fill(amount);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}
