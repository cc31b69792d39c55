import { expect, it } from 'vitest';
import { pastDate } from '#shared/ipc/fields.ts';
import { timeContract } from '#shared/ipc/time.ts';

const at = (date: string) => ({ date, time: '08:00' });
const input = (date: string) => ({
  clientId: '01944c18-e181-7bfc-9fe9-964069356c47',
  taskId: null,
  note: '',
  billable: true,
  zone: 'Europe/Berlin',
  ...{ start: at(date), end: { ...at(date), time: '09:00' } },
});

it('takes work of any day since 2000, and of a mistyped year not at all', () => {
  const { input: schema } = timeContract['time.add'];
  expect(schema.safeParse(input('2000-01-01')).success).toBe(true);
  const refused = schema.safeParse(input('1926-11-20'));
  expect(refused.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['start.date', 'field.yearTooEarly'],
    ['end.date', 'field.yearTooEarly'],
  ]);
  expect(pastDate.safeParse('1999-12-31').success).toBe(false);
});
