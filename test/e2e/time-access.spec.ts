import { addDays } from '#shared/domain/due-day.ts';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';

test('axe finds nothing serious on Today, on each view of Time and in its dialogs', async ({ page }) => {
  const call = async <Result>(name: string, input?: unknown): Promise<Result> => {
    const answer = await page.evaluate(([method, value]) => window.api.call(method, value), [
      name,
      input,
    ] as const);
    if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
    return answer.value as Result;
  };
  const { clientId } = await call<{ clientId: string }>('clients.add', { name: 'Northwind Bakery' });
  const date = new Intl.DateTimeFormat('sv-SE').format();
  const { id: taskId } = await call<{ id: string }>('tasks.add', {
    clientId,
    title: 'December newsletter',
    due: { date },
    estimateMinutes: 60,
  });
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  // Yesterday, whose hours are over at any time of the day.
  const yesterday = addDays(date, -1);
  for (const [start, end] of [
    ['09:00', '10:00'],
    ['09:30', '10:15'],
    ['10:40', '10:45'],
  ]) {
    await call('time.add', {
      clientId,
      taskId,
      zone,
      start: { date: yesterday, time: start },
      end: { date: yesterday, time: end },
    });
  }
  await call('time.start', { clientId, taskId });

  await expect(page.getByRole('region', { name: 'Due' })).toContainText('1 today');
  await expectAccessible(page);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Time' }).click();
  await expect(page.getByRole('list', { name: 'Entries' }).getByRole('listitem')).not.toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('[');
  await expect(page.getByRole('button', { name: /09:30–10:15/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press(']');
  await page.keyboard.press('2');
  await expect(page.getByRole('grid')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('3');
  await expect(page.getByText('4 entries')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: 'Add time entry' })).toBeVisible();
  await expectAccessible(page);
});
