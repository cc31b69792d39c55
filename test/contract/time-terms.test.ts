import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServices, type TestServices } from '#test/support/services.ts';

let services: TestServices;
let clientId: string;

beforeEach(async () => {
  services = openServices();
  ({ clientId } = await services.call('clients.add', { name: 'Fjord & Co' }));
});
afterEach(() => services.close());

const usual = { rounding: 'none', roundingMinutes: 15, roundingPer: 'entry', weeklyMinutes: null } as const;

describe('terms of a client’s time', () => {
  it('are nothing rounded and no hours agreed until somebody says so', async () => {
    expect(await services.call('timeTerms.get', { clientId })).toEqual({ clientId, ...usual });
  });

  it('are kept, and taken back by undo', async () => {
    const terms = { rounding: 'up', roundingMinutes: 6, roundingPer: 'day', weeklyMinutes: 600 } as const;
    await services.call('timeTerms.save', { clientId, ...terms });
    expect(await services.call('timeTerms.get', { clientId })).toEqual({ clientId, ...terms });
    await services.call('timeTerms.save', { clientId, ...terms, rounding: 'down' });
    await services.call('undo.undo');
    expect(await services.call('timeTerms.get', { clientId })).toEqual({ clientId, ...terms });
    await services.call('undo.undo');
    expect(await services.call('timeTerms.get', { clientId })).toEqual({ clientId, ...usual });
  });

  it.each([
    ['roundingMinutes', 0, 'timeTerms.minutes'],
    ['roundingMinutes', 61, 'timeTerms.minutes'],
    ['roundingMinutes', 1.5, 'timeTerms.minutes'],
    ['weeklyMinutes', -1, 'timeTerms.weekly'],
    ['weeklyMinutes', 10_081, 'timeTerms.weekly'],
  ])('refuse %s of %s beside the field', async (field, value, message) => {
    const save = services.call('timeTerms.save', { clientId, ...usual, [field]: value });
    await expect(save).rejects.toMatchObject({
      code: 'invalid_input',
      details: { fields: { [field]: message } },
    });
  });

  it('come back with a client whose deletion is undone', async () => {
    await services.call('timeTerms.save', { clientId, ...usual, weeklyMinutes: 300 });
    await services.call('clients.delete', { clientId });
    await expect(services.call('timeTerms.get', { clientId })).rejects.toMatchObject({ code: 'not_found' });
    await services.call('undo.undo');
    expect(await services.call('timeTerms.get', { clientId })).toEqual({
      clientId,
      ...usual,
      weeklyMinutes: 300,
    });
  });
});
