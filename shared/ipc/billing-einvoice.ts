import { z } from 'zod';
import { type EFormat, eFormats } from '#shared/domain/einvoice/problems.ts';
import { documentFormats } from '#shared/domain/invoice.ts';
import type { TaxProposal } from '#shared/domain/tax-proposal.ts';
import { clientRef, invoiceRef } from './billing-fields.ts';
import { id, text } from './fields.ts';
import { read, write } from './method.ts';

/** Which e-invoices a client wants, and what tax its invoices probably bear; null when a country is missing. */
export interface EInvoiceTermsView {
  readonly clientId: string;
  readonly formats: readonly EFormat[];
  readonly proposal: TaxProposal | null;
}

export type DocumentFormat = (typeof documentFormats)[number];

/** What is kept of an issued invoice. */
export interface DocumentView {
  readonly format: DocumentFormat;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export const wordedCategories = ['exempt', 'reverse_charge', 'intra_eu', 'export', 'none'] as const;
export type WordedCategory = (typeof wordedCategories)[number];

/** The words for why no tax is charged: one's own, or else those that the app offers. */
export interface TaxTextView {
  readonly category: WordedCategory;
  readonly text: string;
  readonly offered: string;
}

const language = z.string().regex(/^[a-z]{2,3}$/);

export const einvoiceContract = {
  'billing.einvoiceTerms': read<EInvoiceTermsView>()(clientRef, ['billing', 'clients']),
  'billing.saveEinvoiceTerms': write()(
    z.strictObject({ clientId: id, formats: z.array(z.enum(eFormats)).max(eFormats.length) }),
  ),
  'billing.taxTexts': read<readonly TaxTextView[]>()(z.strictObject({ language }), ['billing']),
  /** An empty text gives way to the offered one. */
  'billing.saveTaxTexts': write()(
    z.strictObject({ language, texts: z.partialRecord(z.enum(wordedCategories), text(500)) }),
  ),
  'billing.documents': read<readonly DocumentView[]>()(invoiceRef, ['billing']),
  'billing.saveDocument': write<{ readonly saved: boolean }>()(
    invoiceRef.extend({ format: z.enum(documentFormats) }),
  ),
};
