import { z } from 'zod';
import { isCurrency } from '#shared/domain/currencies.ts';
import { isRate } from '#shared/domain/display-currency.ts';
import { documentLanguages } from '#shared/domain/document-language.ts';
import { groupings, taxCategories } from '#shared/domain/invoice.ts';
import { patternProblem, seriesScopes } from '#shared/domain/number-series.ts';
import { currency, id, isoDate, requiredText, text } from './fields.ts';

/** A currency the app can count in. */
export const knownCurrency = currency.refine(isCurrency, 'field.currency');

/** A unit price in minor units; below zero for a discount. */
const unitPrice = z
  .int('field.amount')
  .min(-10_000_000_000, 'field.tooLarge')
  .max(10_000_000_000, 'field.tooLarge');

/** Thousandths; more than none. */
const quantity = z.int('field.number').min(1, 'field.quantity').max(1_000_000_000, 'field.tooLarge');

export const tax = z
  .strictObject({
    category: z.enum(taxCategories),
    rate: z.int('field.percent').min(0, 'field.percent').max(100_000, 'field.percent'),
  })
  .refine(({ category, rate }) => category === 'standard' || rate === 0, {
    path: ['rate'],
    error: 'field.percent',
  })
  .refine(({ category, rate }) => category !== 'standard' || rate > 0, {
    path: ['rate'],
    error: 'field.percentAbove',
  });

export const seriesInput = z
  .strictObject({
    document: z.enum(['invoice', 'credit_note']),
    scope: z.enum(seriesScopes),
    /** Credit notes go on in the invoices' series. */
    shared: z.boolean(),
    pattern: z.string().trim().max(40, 'field.tooLong'),
    /** The counter of the next invoice of this year; only changes while none of that period is issued. */
    next: z.int('field.number').min(1, 'field.number').max(999_999_999, 'field.tooLarge'),
  })
  .refine(({ document, shared }) => document === 'credit_note' || !shared, {
    path: ['shared'],
    error: 'field.invalid',
  })
  .superRefine((series, context) => {
    const problem = patternProblem(series);
    if (problem) context.addIssue({ code: 'custom', path: ['pattern'], message: problem });
  });

export const newDraftInput = z
  .strictObject({ clientId: id, from: isoDate, to: isoDate, grouping: z.enum(groupings) })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'field.periodOrder' });

/** A rate of exchange that the person found. */
const exchangeRate = z.strictObject({
  currency: knownCurrency,
  rate: z.string().refine(isRate, 'field.rate'),
  date: isoDate,
  source: requiredText(100),
});

export const draftChanges = z.strictObject({
  invoiceId: id,
  issueDate: isoDate.optional(),
  dueDate: isoDate.optional(),
  language: z.enum(documentLanguages).optional(),
  note: text(2_000).optional(),
  tax: tax.optional(),
  grouping: z.enum(groupings).optional(),
  /** Only while nothing is on the draft. */
  currency: knownCurrency.optional(),
  /** Null for no other currency. */
  display: exchangeRate.nullable().optional(),
});

export const lineInput = z.strictObject({
  invoiceId: id,
  text: requiredText(500),
  quantity,
  unit: unitPrice,
  /** Left out or null: as the rest of the invoice. */
  tax: tax.nullable().optional(),
});

export const lineChanges = z.strictObject({
  lineId: id,
  text: requiredText(500).optional(),
  quantity: quantity.optional(),
  unit: unitPrice.optional(),
  /** Null: as the rest of the invoice. */
  tax: tax.nullable().optional(),
});

export const invoiceRef = z.strictObject({ invoiceId: id });
export const documentRef = z.strictObject({ language: z.enum(documentLanguages) });
export const lineRef = z.strictObject({ lineId: id });
export const clientRef = z.strictObject({ clientId: id });
/** Null means all clients. */
export const clientScope = z.strictObject({ clientId: id.nullable() });
export const lineMove = z.strictObject({ lineId: id, to: z.int().min(0).max(10_000) });
