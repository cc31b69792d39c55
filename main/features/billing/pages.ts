import { invoiceHtml } from '#shared/domain/invoice-html.ts';
import type { InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';
import type { Logos } from './logos.ts';
import type { Tools } from './tools.ts';

export interface Pages {
  /** The PDF of what an invoice says, with its logo; throws `unavailable` when printing fails. */
  print(snapshot: InvoiceSnapshot): Promise<Uint8Array>;
}

/** Prints invoices from their snapshots. */
export function createPages(logos: Logos, { pdf }: Tools): Pages {
  return {
    print: (snapshot) =>
      pdf.print(invoiceHtml(snapshot, { logoUrl: logos.urlOf(snapshot.look.logo) }), snapshot.texts.pageOf),
  };
}
