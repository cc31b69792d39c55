import { describe, expect, it } from 'vitest';
import { ciiText } from '#shared/domain/einvoice/cii.ts';
import type { EInvoice, ETax } from '#shared/domain/einvoice/model.ts';
import { coreUbl, ublText, xrechnungUbl } from '#shared/domain/einvoice/ubl.ts';
import { ciiSchemaErrors } from '#test/support/einvoice/cii-schema.ts';
import { reading, text, texts } from '#test/support/einvoice/parse.ts';
import { ruleErrors } from '#test/support/einvoice/rules.ts';
import { fullInvoice, untaxed } from '#test/support/einvoice/sample.ts';
import { sumErrors } from '#test/support/einvoice/sums.ts';
import { ublSchemaErrors } from '#test/support/einvoice/ubl-schema.ts';

const credit = { type: '381', preceding: { number: '2026-044', issueDate: '2026-10-25' } } as const;
const bare = fullInvoice();

const cases: readonly [name: string, invoice: EInvoice][] = [
  ['all that can be said', fullInvoice()],
  ['a credit note', fullInvoice(credit)],
  [
    'tax in the currency of the seller’s country',
    fullInvoice({ accounting: { currency: 'PLN', tax: 12_345 } }),
  ],
  ['such tax, credited', fullInvoice({ ...credit, accounting: { currency: 'PLN', tax: 12_345 } })],
  ['reverse charge', fullInvoice(untaxed('AE', { reasonCode: 'VATEX-EU-AE' }))],
  [
    'goods within the Union',
    fullInvoice({
      ...untaxed('K', { reasonCode: 'VATEX-EU-IC' }),
      delivery: { city: 'Tartu', postcode: '51003', country: 'EE' },
    }),
  ],
  ['nothing taxable', fullInvoice(untaxed('O', { reasonCode: 'VATEX-EU-O' }))],
  ['exempt, credited', fullInvoice({ ...credit, ...untaxed('E') })],
  [
    'as little as can be said',
    fullInvoice({
      buyerReference: '',
      orderReference: '',
      note: '',
      seller: {
        ...bare.seller,
        registration: '',
        taxNumber: '',
        endpoint: { scheme: '', id: '' },
        address: { lines: [], city: '', postcode: '', region: '', country: 'DE' },
        contact: { name: '', phone: '', email: '' },
      },
      buyer: {
        ...bare.buyer,
        vatId: '',
        endpoint: { scheme: '', id: '' },
        address: { lines: [], city: '', postcode: '', region: '', country: 'DE' },
        contact: { name: '', phone: '', email: '' },
      },
      payment: { means: '1', account: '', holder: '', bic: '', reference: '', terms: '' },
    }),
  ],
];

describe.each(cases)('%s', (_, invoice) => {
  const ubl = ublText(invoice, coreUbl);
  const cii = ciiText(invoice);

  it('is valid by the schema of CII', () => expect(ciiSchemaErrors(cii)).toEqual([]));
  it('stands in the order and form of UBL', () => expect(ublSchemaErrors(ubl)).toEqual([]));
  it('adds up to the minor unit', () => {
    expect(sumErrors(ubl, 2)).toEqual([]);
    expect(sumErrors(cii, 2)).toEqual([]);
  });
  it('says the same in both', () => {
    const names = [
      reading(ubl, (document) => texts(document, '//cac:Item/cbc:Name | //cbc:RegistrationName')),
      reading(cii, (document) =>
        texts(
          document,
          '//ram:SpecifiedTradeProduct/ram:Name | //ram:SellerTradeParty/ram:Name | //ram:BuyerTradeParty/ram:Name',
        ),
      ),
    ];
    expect(new Set(names[0])).toEqual(new Set(names[1]));
  });
});

describe('the judges', () => {
  it('see a total that is a cent off, wherever it stands', () => {
    const off = (changes: Partial<EInvoice>) => fullInvoice(changes);
    const wrong = [
      off({ net: 26503 }),
      off({ tax: 4856 }),
      off({ gross: 31358 }),
      off({ taxes: [{ ...(bare.taxes[0] as (typeof bare.taxes)[0]), tax: 4751 }, ...bare.taxes.slice(1)] }),
      off({ lines: [{ ...(bare.lines[0] as (typeof bare.lines)[0]), net: 25501 }, ...bare.lines.slice(1)] }),
      off({ taxes: bare.taxes.slice(1) }),
    ];
    for (const invoice of wrong) {
      expect(sumErrors(ublText(invoice, coreUbl), 2)).not.toEqual([]);
      expect(sumErrors(ciiText(invoice), 2)).not.toEqual([]);
    }
  });

  it('see elements out of order, unknown or missing, and codes that are none', () => {
    const ubl = ublText(bare, coreUbl);
    const cii = ciiText(bare);
    expect(
      ublSchemaErrors(
        ubl.replace('cbc:DueDate>2026-12-25</cbc:DueDate', 'cbc:TaxPointDate>2026-12-25</cbc:TaxPointDate'),
      ),
    ).not.toEqual([]);
    expect(ublSchemaErrors(ubl.replace('unitCode="MIN"', 'unitCode="MINUTES"'))).not.toEqual([]);
    expect(
      ublSchemaErrors(ubl.replace(/\s*<cac:LegalMonetaryTotal>[\s\S]*<\/cac:LegalMonetaryTotal>/, '')),
    ).not.toEqual([]);
    expect(
      ciiSchemaErrors(
        cii.replace(/\s*<ram:ApplicableHeaderTradeDelivery>[\s\S]*<\/ram:ApplicableHeaderTradeDelivery>/, ''),
      ),
    ).not.toEqual([]);
    expect(ciiSchemaErrors(cii.replace('<ram:TypeCode>380</ram:TypeCode>', ''))).not.toEqual([]);
  });
});

describe('the rules', () => {
  const reverse = fullInvoice(untaxed('AE'));
  const none = fullInvoice(untaxed('O'));
  const wordless = [{ ...(reverse.taxes[0] as ETax), reason: '' }];
  it.each<[string, EInvoice]>([
    ['BR-AE-02', { ...reverse, buyer: { ...reverse.buyer, vatId: '' } }],
    ['BR-AE-10', { ...reverse, taxes: wordless }],
    ['BR-O-02', none],
    ['BR-IC-11, BR-IC-12', fullInvoice(untaxed('K'))],
    ['BR-27', { ...bare, lines: bare.lines.map((line) => ({ ...line, price: '-1.00' })) }],
    ['BR-50, BR-61', { ...bare, payment: { ...bare.payment, account: '' } }],
    ['BR-S-02', { ...bare, seller: { ...bare.seller, vatId: '', taxNumber: '' } }],
  ])('see that %s is broken', (id, invoice) => {
    expect(ruleErrors(ublText(invoice, coreUbl))).toContain(id);
    expect(ruleErrors(ciiText(invoice))).toContain(id);
  });
});

describe('what the documents say', () => {
  it('names the rules that XRechnung adds', () => {
    reading(ublText(bare, xrechnungUbl), (document) => {
      expect(text(document, '//cbc:CustomizationID')).toBe(
        'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
      );
      expect(text(document, '//cbc:BuyerReference')).toBe('04011000-12345-03');
    });
  });

  it('gives every group a rate where XRechnung wants one, and no line that must have none', () => {
    const none = fullInvoice(untaxed('O'));
    const rates = (xml: string) =>
      reading(xml, (document) =>
        ['//cac:TaxCategory', '//cac:ClassifiedTaxCategory'].map((path) =>
          texts(document, `${path}/cbc:Percent`),
        ),
      );
    expect(rates(ublText(none, xrechnungUbl))).toEqual([['0'], []]);
    expect(rates(ublText(none, coreUbl))).toEqual([[], []]);
  });

  it('says the town and postcode that goods went to', () => {
    const goods = fullInvoice({
      ...untaxed('K'),
      delivery: { city: 'Tartu', postcode: '51003', country: 'EE' },
    });
    reading(ublText(goods, xrechnungUbl), (document) => {
      expect(texts(document, '//cac:DeliveryLocation/cac:Address//text()[normalize-space()]')).toEqual([
        'Tartu',
        '51003',
        'EE',
      ]);
    });
    reading(ciiText(goods), (document) => {
      expect(texts(document, '//ram:ShipToTradeParty//text()[normalize-space()]')).toEqual([
        '51003',
        'Tartu',
        'EE',
      ]);
    });
  });

  it('lets no line of the payment terms look like a cash discount of XRechnung', () => {
    const terms = '#1 Sample Bank\n\n  # account 2, ref #3';
    const said = (xml: string) => reading(xml, (document) => text(document, '//cac:PaymentTerms/cbc:Note'));
    const invoice = fullInvoice({ payment: { ...bare.payment, means: '1', account: '', terms } });
    expect(said(ublText(invoice, xrechnungUbl))).toBe('- #1 Sample Bank\n\n-   # account 2, ref #3');
    expect(said(ublText(invoice, coreUbl))).toBe(terms);
  });

  it('keeps letters and signs as they were typed', () => {
    reading(ciiText(bare), (document) => {
      expect(text(document, '//ram:BuyerTradeParty/ram:Name')).toBe('Größe & Söhne <AG>');
      expect(text(document, '//ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID')).toBe('PO <7> & "8"');
    });
  });

  it('holds no sign that XML cannot', () => {
    const note = 'bell \u0007, lone \ud83d, kept 😀';
    reading(ublText(fullInvoice({ note }), coreUbl), (document) => {
      expect(text(document, '/*/cbc:Note')).toBe('bell  , lone \ufffd, kept 😀');
    });
  });

  it('tells a credit note’s due date and what it corrects', () => {
    const invoice = fullInvoice(credit);
    reading(ublText(invoice, coreUbl), (document) => {
      expect(document.root.name).toBe('CreditNote');
      expect(text(document, '//cbc:CreditNoteTypeCode')).toBe('381');
      expect(text(document, '//cbc:PaymentDueDate')).toBe('2026-12-25');
      expect(text(document, '//cac:InvoiceDocumentReference/cbc:ID')).toBe('2026-044');
    });
    reading(ciiText(invoice), (document) => {
      expect(text(document, '//rsm:ExchangedDocument/ram:TypeCode')).toBe('381');
      expect(text(document, '//ram:InvoiceReferencedDocument/ram:IssuerAssignedID')).toBe('2026-044');
    });
  });
});

it('says tax in a second currency once, without groups, and names that currency', () => {
  const invoice = fullInvoice({ accounting: { currency: 'PLN', tax: 12_345 } });
  const ubl = ublText(invoice, coreUbl);
  const cii = ciiText(invoice);
  expect(ubl).toMatch(
    /<cbc:TaxCurrencyCode>PLN<\/cbc:TaxCurrencyCode>[\s\S]*<cac:TaxTotal>\s*<cbc:TaxAmount currencyID="PLN">123.45<\/cbc:TaxAmount>\s*<\/cac:TaxTotal>/,
  );
  expect(cii).toMatch(
    /<ram:TaxCurrencyCode>PLN<\/ram:TaxCurrencyCode>\s*<ram:InvoiceCurrencyCode>EUR[\s\S]*<ram:TaxTotalAmount currencyID="PLN">123.45</,
  );
  expect(ublText(bare, coreUbl) + ciiText(bare)).not.toContain('TaxCurrencyCode');
});
