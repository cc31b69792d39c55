import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InvoiceFacts, standingOf } from '#shared/domain/invoice-standing.ts';
import { composeReminder, mailtoUrl } from '#shared/domain/payment-reminder.ts';

const today = '2026-11-25';
const invoice: InvoiceFacts = {
  kind: 'invoice',
  state: 'issued',
  currency: 'EUR',
  gross: 10_000,
  credited: 0,
  paid: 0,
  writtenOff: 0,
  dueDate: '2026-11-30',
};
const cases: readonly [what: string, facts: Partial<InvoiceFacts>, status: string, open: number][] = [
  ['a draft', { state: 'draft', dueDate: '2020-01-01' }, 'draft', 0],
  ['what was just issued', {}, 'issued', 10_000],
  ['what is due today', { dueDate: today }, 'issued', 10_000],
  ['what was due yesterday', { dueDate: '2026-11-24' }, 'overdue', 10_000],
  ['a part that came in', { paid: 4_000 }, 'part_paid', 6_000],
  ['a part that came in of what is late', { paid: 4_000, dueDate: '2026-11-20' }, 'overdue', 6_000],
  ['all that came in', { paid: 10_000, dueDate: '2026-11-20' }, 'paid', 0],
  ['too much', { paid: 10_500 }, 'paid', -500],
  ['a part taken back and the rest paid', { credited: 1_000, paid: 9_000 }, 'paid', 0],
  ['all taken back', { credited: 10_000, dueDate: '2026-11-20' }, 'credited', 0],
  ['all taken back after it was paid', { credited: 10_000, paid: 10_000 }, 'credited', -10_000],
  ['paid back in full', { paid: 0, credited: 10_000 }, 'credited', 0],
  ['the rest given up', { paid: 4_000, writtenOff: 6_000, dueDate: '2026-01-01' }, 'written_off', 0],
  ['given up, and paid after all', { paid: 10_000, writtenOff: 6_000 }, 'paid', 0],
  ['given up, and taken back then', { credited: 10_000, writtenOff: 10_000 }, 'credited', 0],
  ['nothing to pay', { gross: 0 }, 'paid', 0],
  ['a credit note', { kind: 'credit_note', dueDate: '2026-01-01' }, 'issued', 0],
];

describe('where an invoice stands', () => {
  it.each(cases)('%s', (_what, facts, status, open) => {
    expect(standingOf({ ...invoice, ...facts }, today)).toMatchObject({ status, open });
  });

  it('follows from the sums alone, and nobody is late who owes nothing', () => {
    const amount = fc.nat({ max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.record({
          gross: amount,
          credited: amount,
          paid: fc.integer({ min: -1_000_000, max: 1_000_000 }),
          writtenOff: amount,
          currency: fc.constantFrom('JPY', 'EUR', 'KWD'),
          dueDate: fc.constantFrom('2026-11-01', today, '2026-12-01'),
        }),
        (facts) => {
          const { status, open, dueIn } = standingOf({ ...invoice, ...facts }, today);
          const unpaid = facts.gross - facts.credited - facts.paid;
          expect(open).toBe(unpaid > 0 ? Math.max(0, unpaid - facts.writtenOff) : unpaid);
          expect(status === 'overdue').toBe(open > 0 && dueIn < 0);
          expect(['issued', 'part_paid', 'overdue'].includes(status)).toBe(open > 0);
          expect(status === 'written_off').toBe(open <= 0 && unpaid > 0 && facts.writtenOff > 0);
        },
      ),
    );
  });
});

describe('a payment reminder', () => {
  const facts = {
    level: 1,
    number: '2026-041',
    issueDate: '2026-11-06',
    dueDate: '2026-11-20',
    open: 14_200,
    paid: 0,
    currency: 'GBP',
    contact: 'Ana Pérez & Söhne',
    paymentDetails: 'Sample Assistant\nEE00 0000',
    sender: 'Sample Assistant',
  };

  it.each([
    ['en-GB', 'Reminder: invoice 2026-041', '20 Nov 2026', '£142.00'],
    ['de-AT', 'Zahlungserinnerung: Rechnung 2026-041', '20. Nov. 2026', '142,00'],
    ['et', 'Meeldetuletus: arve 2026-041', '2026', '142,00'],
    ['nn', 'Påminnelse: faktura 2026-041', '2026', '142,00'],
    ['hi-IN', 'स्मरण: इनवॉइस 2026-041', '2026', '142.00'],
    ['es', 'Recordatorio: factura 2026-041', '2026', '142,00'],
    ['fi', 'Reminder: invoice 2026-041', '20 Nov 2026', '£142.00'],
  ])('in %s says what is open since when', (language, subject, date, amount) => {
    const mail = composeReminder({ ...facts, language });
    expect(mail.subject).toBe(subject);
    for (const part of [date, amount, 'Ana Pérez & Söhne', 'EE00 0000']) expect(mail.body).toContain(part);
    expect(mail.body).not.toMatch(/[{}]/);
  });

  it('greets people of any name', () => {
    const contact = "Cash$&$'$`$$";
    expect(composeReminder({ ...facts, contact, language: 'en' }).body).toContain(`Dear ${contact}`);
  });

  it('is firmer each time, and its third text stays', () => {
    const bodies = [1, 2, 3, 4].map((level) => composeReminder({ ...facts, language: 'en', level }).body);
    expect(new Set(bodies).size).toBe(3);
    expect(bodies[2]).toBe(bodies[3]);
  });

  it.each(['en', 'de', 'et', 'nb', 'hi', 'es'])('thanks in %s for what was paid in part', (language) => {
    const none = composeReminder({ ...facts, language, level: 2 }).body;
    const part = composeReminder({ ...facts, paid: 7_700, language, level: 2 }).body;
    expect(none).not.toMatch(/77[.,]00/);
    expect(part).toMatch(/77[.,]00/);
    const asked = (body: string) => body.split('\n\n')[2];
    expect(asked(part)).not.toBe(asked(none));
  });

  it('comes whole through the address that opens it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (subject, body) => {
        const url = new URL(mailtoUrl('a+b@example.com', { subject, body }));
        expect(url.protocol).toBe('mailto:');
        expect(decodeURIComponent(url.pathname)).toBe('a+b@example.com');
        const read = (name: string) =>
          decodeURIComponent(new RegExp(`[?&]${name}=([^&]*)`).exec(url.search)?.[1] ?? '');
        expect(read('subject')).toBe(subject.replace(/\r?\n/g, '\r\n'));
        expect(read('body')).toBe(body.replace(/\r?\n/g, '\r\n'));
      }),
    );
  });
});
