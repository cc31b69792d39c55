import type { EInvoice, ELine, ETax } from '#shared/domain/einvoice/model.ts';

/** Everything that the app can say, said; with the amounts of three lines at two rates and one without tax. */
export function fullInvoice(changes: Partial<EInvoice> = {}): EInvoice {
  return {
    type: '380',
    number: '2026-045',
    issueDate: '2026-11-25',
    dueDate: '2026-12-25',
    periodFrom: '2026-11-01',
    periodTo: '2026-11-25',
    currency: 'EUR',
    accounting: null,
    buyerReference: '04011000-12345-03',
    orderReference: 'PO <7> & "8"',
    note: 'Board packs went by courier\non 24 November.',
    preceding: null,
    seller: {
      name: 'Ana Pérez',
      vatId: 'DE136695976',
      identifier: '',
      registration: 'HRA 12345',
      taxNumber: '123/456/7890',
      endpoint: { scheme: 'EM', id: 'ana@sample.example' },
      address: {
        lines: ['Sample street 1', 'Back door', 'Third line'],
        city: 'Köln',
        postcode: '50667',
        region: 'NRW',
        country: 'DE',
      },
      contact: { name: 'Ana Pérez', phone: '+49 221 000000', email: 'ana@sample.example' },
    },
    buyer: {
      name: 'Größe & Söhne <AG>',
      vatId: 'DE129273398',
      endpoint: { scheme: '0204', id: '04011000-12345-03' },
      address: { lines: ['Client road 2'], city: 'Berlin', postcode: '10115', region: '', country: 'DE' },
      contact: { name: 'Procurement', phone: '', email: '' },
    },
    delivery: null,
    payment: {
      means: '58',
      account: 'DE75512108001245126199',
      holder: 'Ana Pérez',
      bic: 'SOGEDEFFXXX',
      reference: '2026-045',
      terms: 'Thank you.',
    },
    lines: [
      line({
        id: '1',
        name: 'Inbox',
        quantity: '340',
        unit: 'MIN',
        baseQuantity: '60',
        price: '45.00',
        net: 25500,
      }),
      line({ id: '2', name: 'Book', quantity: '1.5', price: '10.01', net: 1502, percent: '7' }),
      line({ id: '3', name: 'Discount', quantity: '-1', price: '5.00', net: -500 }),
    ],
    taxes: [
      { code: 'S', percent: '19', net: 25000, tax: 4750, reason: '', reasonCode: '' },
      { code: 'S', percent: '7', net: 1502, tax: 105, reason: '', reasonCode: '' },
    ],
    net: 26502,
    tax: 4855,
    gross: 31357,
    ...changes,
  };
}

function line(facts: Partial<ELine> & Pick<ELine, 'id' | 'name' | 'quantity' | 'price' | 'net'>): ELine {
  return { unit: 'C62', baseQuantity: '1', code: 'S', percent: '19', ...facts };
}

/** One line without tax of the given code, with the words for it. */
export function untaxed(code: string, reason: Partial<ETax> = {}): Partial<EInvoice> {
  const percent = code === 'O' ? null : '0';
  return {
    lines: [line({ id: '1', name: 'Work', quantity: '1', price: '100.11', net: 10011, code, percent })],
    taxes: [{ code, percent, net: 10011, tax: 0, reason: 'Because', reasonCode: '', ...reason }],
    net: 10011,
    tax: 0,
    gross: 10011,
  };
}
