import { expect, it } from 'vitest';
import { isAllByHour } from '#renderer/features/billing/invoice/quantity.ts';

it.each(['day', 'task', 'fee', 'hours'] as const)('says no hours beside work by %s', (kind) => {
  expect(isAllByHour([{ kind: 'time' }, { kind: 'expense' }, { kind: 'discount' }])).toBe(true);
  expect(isAllByHour([{ kind: 'time' }, { kind }])).toBe(false);
});
