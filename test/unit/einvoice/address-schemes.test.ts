import { describe, expect, it } from 'vitest';
import { isAddressScheme } from '#shared/domain/einvoice/address-schemes.ts';
import { partyInput } from '#shared/ipc/billing-parties.ts';

const party = {
  clientId: '01944ac0-a452-7bfc-9fe9-964069356c47',
  legalName: 'Fjord & Co',
  contact: '',
  address: '',
  vatId: '',
  email: '',
  paymentDays: null,
};

describe('the scheme of an electronic address', () => {
  it.each(['0088', '0192', '0204', '9930', 'EM', 'AN'])('can be %s', (code) => {
    expect(isAddressScheme(code)).toBe(true);
  });

  it('is refused where no list knows it, before an invoice names it', () => {
    for (const endpointScheme of ['1234', '9901', 'em', '88', 'EM ']) {
      const answer = partyInput.safeParse({ ...party, endpointScheme });
      expect(answer.error?.issues).toMatchObject([
        { path: ['endpointScheme'], message: 'field.endpointScheme' },
      ]);
    }
    expect(partyInput.safeParse({ ...party, endpointScheme: '' }).success).toBe(true);
    expect(partyInput.safeParse({ ...party, endpointScheme: '0088' }).success).toBe(true);
  });
});
