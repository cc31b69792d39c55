import { type EFormat, einvoiceProblems } from '#shared/domain/einvoice/problems.ts';
import type { InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';
import { proposeTax, type TaxProposal } from '#shared/domain/tax-proposal.ts';
import type { Store } from '../../../store/store.ts';
import type { Parties } from '../parties.ts';
import type { Tools } from '../tools.ts';
import type { MadeDocument } from './make.ts';
import { createEInvoiceTerms, type EInvoiceTerms } from './terms.ts';

export interface EInvoices extends EInvoiceTerms {
  /** What keeps a client's invoice from being made in the formats the client wants; keys of `errors:invoice.problem`. */
  problems(clientId: string, snapshot: InvoiceSnapshot): string[];
  /** Makes the e-invoices over the printed page. What makes them is loaded when the first one is wanted. */
  make(
    snapshot: InvoiceSnapshot,
    formats: readonly EFormat[],
    page: Uint8Array,
  ): Promise<readonly MadeDocument[]>;
  /** Which tax a client's invoices probably bear; null when a country is missing. */
  proposal(clientId: string): TaxProposal | null;
}

/** E-invoices of billing: who wants which, what they lack, and their making. */
export function createEInvoices(store: Store, parties: Parties, tools: Tools): EInvoices {
  const terms = createEInvoiceTerms(store, tools);
  return {
    ...terms,
    problems: (clientId, snapshot) => einvoiceProblems(snapshot, terms.formats(clientId)),
    async make(snapshot, formats, page) {
      if (formats.length === 0) return [];
      const { makeDocuments } = await import('./make.ts');
      return makeDocuments(snapshot, formats, page, tools.clock.now());
    },
    proposal(clientId) {
      const { country, vatId, tax } = parties.profile();
      const buyer = parties.party(clientId);
      return proposeTax(
        { country, vatId, smallBusiness: tax.category === 'small_business' },
        { country: buyer.country, vatId: buyer.vatId },
        tools.today(),
      );
    },
  };
}
