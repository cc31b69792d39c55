import { z } from 'zod';
import type { Money } from '#shared/domain/money.ts';
import { isMonth } from '#shared/domain/period.ts';
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

const month = z.string().refine(isMonth, 'field.date');

export const billingReportsContract = {
  'billing.month': read<MonthMoney>()(z.strictObject({ month }), ['billing', 'clients']),
  /** Of all clients, newest first. */
  'billing.allExpenses': read<readonly ExpenseListRow[]>()(z.undefined(), ['billing', 'clients']),
  'billing.allPayments': read<readonly PaymentListRow[]>()(z.undefined(), ['billing', 'clients']),
};
