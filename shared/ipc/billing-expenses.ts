import { z } from 'zod';
import type { Tax } from '#shared/domain/tax-category.ts';
import { clientRef, invoiceRef, knownCurrency, type lineRef, tax } from './billing-fields.ts';
import { id, pastDate, requiredText, text } from './fields.ts';
import { read, write } from './method.ts';

export interface ReceiptView {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

export interface ExpenseView {
  readonly id: string;
  readonly clientId: string;
  /** ISO date. */
  readonly spentOn: string;
  readonly text: string;
  /** Minor units, what the client is charged without tax. */
  readonly amount: number;
  readonly currency: string;
  readonly billable: boolean;
  /** What it is charged with; null as the rest of the invoice. */
  readonly tax: Tax | null;
  readonly receipt: ReceiptView | null;
  /** The invoice that it is on, and whether that is issued; null while it is on none. */
  readonly invoice: { readonly id: string; readonly number: string | null } | null;
  /** What takes it back once it is written off; null while it is not. */
  readonly writeOffId: string | null;
}

const amount = z.int('field.amount').min(1, 'expense.amount').max(10_000_000_000, 'field.tooLarge');

export const expenseInput = z.strictObject({
  /** Null for a new one. */
  id: id.nullable(),
  clientId: id,
  spentOn: pastDate,
  text: requiredText(500),
  amount,
  currency: knownCurrency,
  billable: z.boolean(),
  /** Left out or null: as the rest of the invoice. */
  tax: tax.nullable().optional(),
  receiptId: id.nullable(),
});

export const discountInput = z
  .strictObject({
    invoiceId: id,
    /** Empty: the word for it in the invoice's language. */
    text: text(500),
    /** Thousandths of a percent of the other lines of its tax. */
    percent: z.int('field.percent').min(1, 'field.percent').max(100_000, 'field.percent').nullable(),
    /** Minor units. */
    amount: amount.nullable(),
  })
  .refine(({ percent, amount: less }) => (percent === null) !== (less === null), {
    path: ['amount'],
    error: 'field.amount',
  });

const expenseRef = z.strictObject({ expenseId: id });

export const expensesContract = {
  'billing.expenses': read<readonly ExpenseView[]>()(clientRef, ['billing']),
  'billing.saveExpense': write<{ readonly expenseId: string }>()(expenseInput),
  'billing.removeExpense': write()(expenseRef),
  /** Asks for a file and keeps it; null when the person cancelled. */
  'billing.chooseReceipt': write<ReceiptView | null>()(z.undefined()),
  /** Shows a receipt in the system's program for it. */
  'billing.openReceipt': write()(z.strictObject({ receiptId: id })),
  'billing.saveReceipt': write<{ readonly saved: boolean }>()(z.strictObject({ receiptId: id })),
  /** Expenses of the invoice's client and currency that are on no invoice. */
  'billing.freeExpenses': read<readonly ExpenseView[]>()(invoiceRef, ['billing']),
  'billing.addExpenseLine': write()(z.strictObject({ invoiceId: id, expenseId: id })),
  'billing.addDiscount': write<z.output<typeof lineRef>>()(discountInput),
};
