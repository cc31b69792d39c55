import { ciiText } from '#shared/domain/einvoice/cii.ts';
import { toEInvoice } from '#shared/domain/einvoice/from-snapshot.ts';
import type { EFormat } from '#shared/domain/einvoice/problems.ts';
import { coreUbl, ublText, xrechnungUbl } from '#shared/domain/einvoice/ubl.ts';
import type { InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';
import { facturX } from './facturx.ts';

export interface MadeDocument {
  readonly format: EFormat;
  readonly bytes: Uint8Array;
}

/** Makes an invoice in these formats; `page` is its printed PDF, `now` the instant (UTC ms) that Factur-X notes. */
export async function makeDocuments(
  snapshot: InvoiceSnapshot,
  formats: readonly EFormat[],
  page: Uint8Array,
  now: number,
): Promise<MadeDocument[]> {
  const invoice = toEInvoice(snapshot);
  const { texts, number, kind } = snapshot;
  const title = [kind === 'credit_note' ? texts.creditNote : texts.invoice, number].filter(Boolean).join(' ');
  const text = (xml: string) => new TextEncoder().encode(xml);
  const bytesOf: Record<EFormat, () => Uint8Array | Promise<Uint8Array>> = {
    ubl: () => text(ublText(invoice, coreUbl)),
    xrechnung: () => text(ublText(invoice, xrechnungUbl)),
    cii: () => text(ciiText(invoice)),
    facturx: () => facturX(page, ciiText(invoice), { title, now }),
  };
  return Promise.all(formats.map(async (format) => ({ format, bytes: await bytesOf[format]() })));
}
