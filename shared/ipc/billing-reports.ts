import { z } from 'zod';
import type { Money } from '#shared/domain/money.ts';
import { isMonth, isYear } from '#shared/domain/period.ts';
import type { TaxRow } from '#shared/domain/tax-periods.ts';
import { read } from './method.ts';

/** What came in and what was invoiced in one month; currencies side by side, minor units. */
export interface MonthMoney {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Payments less what was paid back. */
  readonly received: readonly Money[];
  /** Issued gross by invoice date, credit notes taken off. */
  readonly invoiced: readonly Money[];
  /** The same of the six months that end with this one, oldest first. */
  readonly byMonth: readonly { readonly month: string; readonly amounts: readonly Money[] }[];
}

interface OfClient {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly color: number;
}

export interface ExpenseListRow extends OfClient {
  /** ISO date. */
  readonly spentOn: string;
  readonly text: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly billable: boolean;
  readonly hasReceipt: boolean;
  /** Given up, so neither unbilled nor billed. */
  readonly writtenOff: boolean;
  /** The invoice that it is on; its number is null while that is a draft. */
  readonly invoiceId: string | null;
  readonly number: string | null;
}

export interface PaymentListRow extends OfClient {
  readonly invoiceId: string;
  readonly number: string;
  /** ISO date. */
  readonly paidOn: string;
  /** Minor units; below zero for money paid back. */
  readonly amount: number;
  readonly currency: string;
  readonly note: string;
}

/** An issued invoice that is not paid in full; minor units, ISO dates. */
export interface OpenInvoice extends OfClient {
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly currency: string;
  readonly open: number;
}

export interface DraftInvoice extends OfClient {
  /** When it would be due if it were issued as it stands, today at the earliest. */
  readonly dueDate: string;
  readonly currency: string;
  readonly gross: number;
}

export interface OpenInvoices {
  /** ISO date, in the person's zone. */
  readonly today: string;
  readonly issued: readonly OpenInvoice[];
  /** Paid or credited beyond what they ask for: `open` is what is to be paid back, above zero. */
  readonly owed: readonly OpenInvoice[];
  readonly drafts: readonly DraftInvoice[];
}

/** What one month brought in one currency; minor units, credit notes and what was paid back taken off. */
export interface YearMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly currency: string;
  /** Of what was issued. */
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
  readonly received: number;
  readonly spent: number;
}

/** Invoices in other currencies, in the currency that taxes are paid in; minor units, credit notes taken off. */
export interface HomeTaxes {
  readonly currency: string;
  /** By month (`YYYY-MM`) and the invoices' own currency. */
  readonly rows: readonly {
    readonly month: string;
    readonly currency: string;
    readonly net: number;
    readonly tax: number;
  }[];
  /** How many documents bear no rate, and are left out. */
  readonly without: number;
}

export const taxBases = ['issued', 'paid'] as const;
/** Taxes by the day on which invoices were issued, or on which money came in. */
export type TaxBasis = (typeof taxBases)[number];

const year = z.string().refine(isYear, 'field.date');
const month = z.string().refine(isMonth, 'field.date');

export const billingReportsContract = {
  'billing.month': read<MonthMoney>()(z.strictObject({ month }), ['billing', 'clients']),
  /** How many were issued after an instant, UTC milliseconds: what a backup of then does not hold. */
  'billing.issuedSince': read<number>()(z.strictObject({ at: z.int() }), ['billing']),
  /** By client; of each what is still to come in. */
  'billing.openInvoices': read<OpenInvoices>()(z.undefined(), ['billing', 'time', 'clients']),
  'billing.year': read<readonly YearMonth[]>()(z.strictObject({ year }), ['billing', 'clients']),
  /** By month. */
  'billing.taxes': read<readonly TaxRow[]>()(z.strictObject({ year, basis: z.enum(taxBases) }), [
    'billing',
    'clients',
  ]),
  /** At the rates on the documents; null where the currency of the person's country is not known. */
  'billing.homeTaxes': read<HomeTaxes | null>()(z.strictObject({ year }), ['billing', 'clients']),
  /** Of all clients, newest first. */
  'billing.allExpenses': read<readonly ExpenseListRow[]>()(z.undefined(), ['billing', 'clients']),
  'billing.allPayments': read<readonly PaymentListRow[]>()(z.undefined(), ['billing', 'clients']),
};
