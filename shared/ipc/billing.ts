import { z } from 'zod';
import type { AgreementKind } from '#shared/domain/agreement-terms.ts';
import type { RoundingTerms } from '#shared/domain/billed-rounding.ts';
import type { Grouping, LineKind, Tax, Totals } from '#shared/domain/invoice.ts';
import type { Corrected, DisplayCurrency, InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';
import type { Standing } from '#shared/domain/invoice-standing.ts';
import type { Money } from '#shared/domain/money.ts';
import type { NumberedDocument, SeriesScope } from '#shared/domain/number-series.ts';
import type { PostalAddress } from '#shared/domain/postal.ts';
import type { SampleWords } from '#shared/domain/sample-invoice.ts';
import type { SellerDetails } from '#shared/domain/seller.ts';
import {
  clientRef,
  clientScope,
  documentRef,
  draftChanges,
  invoiceRef,
  lineChanges,
  lineInput,
  lineMove,
  lineRef,
  newDraftInput,
  seriesInput,
} from './billing-fields.ts';
import { type LogoView, logoRef, partyInput, profileInput } from './billing-parties.ts';
import { read, write } from './method.ts';

/** What is agreed with a client; the rate is per hour, per task, per day, or the fee of a cycle, in minor units. */
export interface AgreedNow {
  readonly kind: AgreementKind;
  readonly rate: number;
  readonly currency: string;
}

/** One client's work that is on no issued invoice. */
export interface UnbilledRow {
  readonly clientId: string;
  readonly clientName: string;
  readonly color: number;
  /** What holds today. */
  readonly agreements: readonly AgreedNow[];
  /** As it will be billed, and as it was tracked. */
  readonly seconds: number;
  readonly rawSeconds: number;
  readonly amounts: readonly Money[];
  /** Charged to the client and on no issued invoice. */
  readonly expenses: readonly Money[];
  /** Work of days for which no rate was agreed; where all is by the hour and no task has a price, `seconds` hold it too. */
  readonly unpricedSeconds: number;
  /** Thousandths of days, and finished tasks with a price. */
  readonly days: number;
  readonly tasks: number;
  /** Cycles of retainers whose fee is due. */
  readonly cycles: number;
  /** Tracked time that cannot be billed by itself yet: of a running cycle, or of a task that is not finished. */
  readonly waitingSeconds: number;
  /** Of it, what came when that which it belongs to was billed already: nothing bills it by itself. */
  readonly lateSeconds: number;
  /** ISO dates of the first and last such work; null when there is none. */
  readonly from: string | null;
  readonly to: string | null;
  /** A draft that holds some of it; null where none does, unless a draft is all there is. */
  readonly draftId: string | null;
  /** What of it is on no draft, work and expenses, where some is on one. */
  readonly beside: readonly Money[];
}

export interface InvoiceRow {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly color: number;
  readonly kind: NumberedDocument;
  readonly state: 'draft' | 'issued';
  readonly number: string | null;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly standing: Standing;
  /** When money came in last, or when it was written off; ISO date. */
  readonly settledOn: string | null;
  /** Below zero for a credit note. */
  readonly gross: number;
  readonly currency: string;
}

export interface MoneyOverview {
  /** ISO date, in the person's zone. */
  readonly today: string;
  readonly unbilled: readonly UnbilledRow[];
  /** Of work, and of expenses. */
  readonly unbilledTotals: readonly Money[];
  readonly expenseTotals: readonly Money[];
  readonly inDraft: readonly Money[];
  /** What is still to come in of issued invoices, and the part of it that is late. */
  readonly open: readonly Money[];
  readonly overdue: readonly Money[];
  readonly overdueCount: number;
  /** What is to be paid back to clients, of invoices that were paid or credited beyond what they ask for; above zero. */
  readonly owed: readonly Money[];
}

export interface PartyView extends PostalAddress {
  readonly clientId: string;
  readonly legalName: string;
  readonly contact: string;
  /** As it was typed in one piece; printed until the parts are filled in. */
  readonly address: string;
  readonly vatId: string;
  readonly email: string;
  /** Where e-invoices go: an EAS scheme and the address in it. */
  readonly endpointScheme: string;
  readonly endpoint: string;
  readonly buyerReference: string;
  readonly paymentDays: number | null;
}

export interface ProfileView extends SellerDetails {
  readonly paymentDays: number;
  readonly tax: Tax;
  readonly taxNote: string;
  readonly logoId: string | null;
  readonly accent: string;
  readonly paper: 'a4' | 'letter';
}

export interface SeriesView {
  readonly scope: SeriesScope;
  readonly pattern: string;
  /** Of credit notes: they go on in the invoices' series. */
  readonly shared: boolean;
  readonly next: number;
  /** The number that the next invoice of today would get. */
  readonly preview: string;
  /** An invoice of this period is issued, so the counter cannot be set. */
  readonly used: boolean;
  readonly year: string;
  /** Of any client, for the preview. */
  readonly clientCode: string;
}

export interface GapReport {
  readonly series: readonly {
    readonly document: NumberedDocument;
    /** The year, the client's name, or empty for a counter that runs for ever. */
    readonly period: string;
    readonly first: number;
    readonly next: number;
    readonly issued: number;
    readonly missing: readonly number[];
  }[];
}

export interface PeriodWork {
  readonly entries: number;
  /** Thousandths of days, and finished tasks with a price. */
  readonly days: number;
  readonly tasks: number;
  /** Amounts spent that would come along, one for each expense. */
  readonly expenses: readonly Money[];
  /** What was spent in other currencies and so would not, each currency added up. */
  readonly leftOut: readonly Money[];
  /** As they will be billed, and as they were tracked. */
  readonly seconds: number;
  readonly rawSeconds: number;
  readonly amounts: readonly Money[];
  readonly unpricedEntries: number;
  /** Cycles of retainers whose fee falls due in these days. */
  readonly cycles: number;
}

/** What is unbilled of the days of a draft and not on it. */
export interface NewerWork {
  readonly entries: number;
  /** Of it, as it was tracked. */
  readonly seconds: number;
  /** Finished tasks with a price, fees of retainers that are due, and expenses. */
  readonly tasks: number;
  readonly cycles: number;
  readonly expenses: number;
}

export interface LineView {
  readonly id: string;
  readonly kind: LineKind;
  readonly text: string;
  /** As billed, and as tracked; null for a line without work behind it. */
  readonly seconds: number | null;
  readonly rawSeconds: number | null;
  /** Thousandths; null for what is billed by the hour, and for a discount of so many percent. */
  readonly quantity: number | null;
  /** Thousandths of a percent. */
  readonly percent: number | null;
  readonly unit: number;
  readonly tax: Tax;
  readonly net: number;
  readonly entries: number;
}

/** Two entries of the same time. */
export interface DoubledPlace {
  readonly first: DoubledEntry;
  readonly second: DoubledEntry;
}

interface DoubledEntry {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly zone: string;
}

export interface InvoiceView {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly kind: NumberedDocument;
  /** Of a credit note. */
  readonly corrects: Corrected | null;
  readonly state: 'draft' | 'issued';
  /** The number it has, or for a draft the one it would get now. */
  readonly number: string;
  /** Of a draft: a number before its own that was given for a later day; null for none. */
  readonly laterNumber: string | null;
  readonly currency: string;
  readonly language: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly grouping: Grouping;
  readonly tax: Tax;
  /** What one's own details say of tax where they said something else when this draft was made; null otherwise. */
  readonly ownTaxSince: Tax | null;
  readonly note: string;
  /** The total also in another currency; null for none. */
  readonly display: DisplayCurrency | null;
  readonly lines: readonly LineView[];
  readonly totals: Totals;
  /** As billed, and as tracked. */
  readonly workSeconds: number;
  readonly rawSeconds: number;
  readonly rounding: RoundingTerms;
  /** Of a draft: expenses up to its last day that are in other currencies and so not on it, each currency added up. */
  readonly leftOut: readonly Money[];
  readonly entryCount: number;
  /** Of a draft: time that stands on it more than once, and the first few places where; whole seconds. */
  readonly doubled: { readonly seconds: number; readonly places: readonly DoubledPlace[] };
  /** Keys of `billing:problem`; what must be filled in before issuing. */
  readonly problems: readonly string[];
  readonly savedAt: number;
  readonly issuedAt: number | null;
  readonly document: { readonly sha256: string; readonly size: number } | null;
}

/** Where the issuing of an invoice stands; before `store` nothing has changed, and it can be stopped. */
export interface IssueProgress {
  readonly step: 'print' | 'files' | 'store';
  /** Lines to print, and e-invoices to make besides. */
  readonly lines: number;
  readonly files: number;
}

export interface LineEntryView {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly zone: string;
  /** As billed, and as tracked. */
  readonly seconds: number;
  readonly rawSeconds: number;
  readonly note: string;
  readonly taskTitle: string | null;
}

export const billingContract = {
  'billing.overview': read<MoneyOverview>()(z.undefined(), ['billing', 'time', 'clients']),
  'billing.unbilled': read<UnbilledRow | null>()(clientRef, ['billing', 'time', 'clients']),
  'billing.invoices': read<readonly InvoiceRow[]>()(clientScope, ['billing', 'time', 'clients']),
  'billing.periodWork': read<PeriodWork>()(newDraftInput, ['billing', 'time', 'tasks', 'clients']),

  'billing.party': read<PartyView>()(clientRef, ['billing', 'clients']),
  'billing.saveParty': write()(partyInput),
  'billing.profile': read<ProfileView>()(z.undefined(), ['billing']),
  'billing.saveProfile': write()(profileInput),
  'billing.chooseLogo': write<LogoView | null>()(z.undefined()),
  /** A picture never changes under its id. */
  'billing.logo': read<LogoView>()(logoRef, []),
  /** What a sample of an invoice says in a language, besides what the person's details say. */
  'billing.sampleWords': read<SampleWords>()(documentRef, ['billing']),
  'billing.series': read<{ readonly invoice: SeriesView; readonly creditNote: SeriesView }>()(z.undefined(), [
    'billing',
  ]),
  'billing.saveSeries': write()(seriesInput),
  'billing.gaps': read<GapReport>()(z.undefined(), ['billing']),

  'billing.invoice': read<InvoiceView>()(invoiceRef, ['billing', 'time', 'tasks', 'clients']),
  'billing.newerWork': read<NewerWork | null>()(invoiceRef, ['billing', 'time', 'tasks', 'clients']),
  'billing.takeNewerWork': write()(invoiceRef),
  'billing.lineEntries': read<readonly LineEntryView[]>()(lineRef, ['billing', 'time', 'tasks']),
  /** What the page would say; the template makes the same page of it here and in print. */
  'billing.preview': read<InvoiceSnapshot>()(invoiceRef, ['billing', 'time', 'tasks', 'clients']),
  'billing.createDraft': write<{ readonly invoiceId: string }>()(newDraftInput),
  'billing.changeDraft': write()(draftChanges),
  'billing.addLine': write<{ readonly lineId: string }>()(lineInput),
  'billing.changeLine': write()(lineChanges),
  'billing.moveLine': write()(lineMove),
  'billing.removeLine': write()(lineRef),
  'billing.discardDraft': write()(invoiceRef),
  'billing.issuing': read<IssueProgress | null>()(invoiceRef, ['issuing']),
  /** Issuing stops before its next step, or is too far to be stopped. */
  'billing.stopIssuing': write()(invoiceRef),
  'billing.issue': write<{ readonly number: string }>()(invoiceRef),

  'billing.savePdf': write<{ readonly saved: boolean }>()(invoiceRef),
  'billing.saveCsv': write<{ readonly saved: boolean }>()(invoiceRef),
  'billing.saveInvoicesCsv': write<{ readonly saved: boolean }>()(clientScope),
};
