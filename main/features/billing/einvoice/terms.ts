import { type EFormat, eFormats } from '#shared/domain/einvoice/problems.ts';
import type { Store } from '../../../store/store.ts';
import type { Tools } from '../tools.ts';

export interface EInvoiceTerms {
  /** In the order of `eFormats`; empty for a client who wants none. */
  formats(clientId: string): readonly EFormat[];
  save(clientId: string, formats: readonly EFormat[]): void;
}

/** Which e-invoices each client wants. */
export function createEInvoiceTerms(store: Store, { clock, ids }: Tools): EInvoiceTerms {
  const select = store.sql.prepare<[string], { formats: string }>(
    'SELECT formats FROM einvoice_terms WHERE client_id = ?',
  );
  const upsert = store.sql.prepare(
    `INSERT INTO einvoice_terms (id, client_id, formats, updated_at) VALUES (@id, @clientId, @formats, @now)
     ON CONFLICT (client_id) DO UPDATE SET formats = @formats, updated_at = @now`,
  );
  return {
    formats(clientId) {
      const chosen = JSON.parse(select.get(clientId)?.formats ?? '[]') as string[];
      return eFormats.filter((format) => chosen.includes(format));
    },
    save(clientId, formats) {
      store.act({ key: 'undo.einvoiceTermsSaved', values: {} }, (announce) => {
        const now = clock.now();
        upsert.run({ id: ids.next(), clientId, formats: JSON.stringify(formats), now });
        announce('billing', clientId);
      });
    },
  };
}
