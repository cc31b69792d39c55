import { agreedCurrency } from '#shared/domain/agreement-match.ts';
import type { LateWork, writeOffsContract } from '#shared/ipc/billing-write-offs.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';
import type { Agreements } from './agreements.ts';
import type { Drafts } from './drafts.ts';
import type { LatePiece } from './free-sources.ts';
import type { InvoiceRows } from './invoice-rows.ts';
import type { Sources } from './sources.ts';
import type { Tools } from './tools.ts';

type Piece = LatePiece & { readonly currency: string };

export interface LateWorks {
  /** Newest first. */
  of(clientId: string): LateWork[];
  /**
   * A line by the hour of its own, on the client's oldest draft in that currency or on a new one. Throws `conflict`
   * for work that is not late, or paid in two currencies.
   */
  bill(input: InputOf<(typeof writeOffsContract)['billing.billLateWork']>): { invoiceId: string };
}

/** Work that was found when what it belongs to was billed or written off already; it waits until somebody decides. */
export function createLateWork(
  store: Store,
  rows: InvoiceRows,
  sources: Sources,
  drafts: Drafts,
  agreements: Pick<Agreements, 'of'>,
  { clock, ids }: Pick<Tools, 'clock' | 'ids'>,
): LateWorks {
  const { sql } = store;
  const ownCurrency = sql.prepare<[string], string>('SELECT currency FROM clients WHERE id = ?').pluck();
  const draft = sql
    .prepare<[string, string], string>(
      `SELECT id FROM invoices WHERE client_id = ? AND currency = ? AND state = 'draft' AND kind = 'invoice'
       ORDER BY created_at, id LIMIT 1`,
    )
    .pluck();

  /** With what it is paid in: as agreed for its day where its price does not say. */
  function piecesOf(clientId: string): Piece[] {
    const { late } = sources.free(clientId, '0000-01-01', '9999-12-31');
    const all = agreements.of(clientId);
    const own = ownCurrency.get(clientId) ?? '';
    return late.map((piece) => ({
      ...piece,
      currency: piece.currency ?? agreedCurrency(all, piece.row.date) ?? own,
    }));
  }

  return {
    of(clientId) {
      const groups = new Map<string, Piece[]>();
      for (const piece of piecesOf(clientId)) {
        const { why, row, rate, currency } = piece;
        const what =
          why === 'task' || why === 'writtenOff' ? row.taskId : why === 'day' ? row.date : `${rate}`;
        const key = `${why} ${what} ${currency}`;
        groups.set(key, [...(groups.get(key) ?? []), piece]);
      }
      return [...groups.values()].map(lateOf).sort((a, b) => (a.to < b.to ? 1 : -1));
    },
    bill({ clientId, entryIds, text, rate }) {
      return store.act({ key: 'undo.lineAdded', values: {} }, (announce) => {
        const wanted = new Set(entryIds);
        const pieces = piecesOf(clientId).filter(({ row }) => wanted.has(row.entryId));
        const [currency, other] = new Set(pieces.map((piece) => piece.currency));
        if (pieces.length !== wanted.size || currency === undefined || other !== undefined)
          throw new AppError('conflict', { reason: 'invoice.notLate' });
        const { from, to } = daysOf(pieces);
        const invoiceId =
          draft.get(clientId, currency) ?? drafts.begin({ clientId, from, to, grouping: 'task', currency });
        const { taxCategory, taxRate } = rows.invoice(invoiceId) ?? {};
        if (taxCategory === undefined || taxRate === undefined) throw new AppError('not_found');
        const id = ids.next();
        const position = (rows.lines(invoiceId).at(-1)?.position ?? -1) + 1;
        const place = { id, invoiceId, clientId, position, taxCategory, taxRate };
        rows.insertLine({ ...place, kind: 'hours', text, quantity: null, unit: rate });
        for (const { row } of pieces) rows.insertEntry(ids.next(), id, clientId, row.entryId);
        rows.touch(invoiceId, clock.now());
        announce('billing', clientId);
        return { invoiceId };
      });
    },
  };
}

function lateOf(pieces: readonly Piece[]): LateWork {
  const [first] = pieces;
  const { why, rate, currency } = first as Piece;
  const titles = new Set(pieces.map(({ row }) => row.taskTitle));
  return {
    ...{ why, rate, currency },
    ...daysOf(pieces),
    entryIds: pieces.map(({ row }) => row.entryId),
    title: titles.size === 1 ? (first?.row.taskTitle ?? null) : null,
    seconds: pieces.reduce((sum, { row }) => sum + row.rawSeconds, 0),
  };
}

function daysOf(pieces: readonly Piece[]): { readonly from: string; readonly to: string } {
  const days = pieces.map(({ row }) => row.date).sort();
  return { from: days[0] ?? '', to: days.at(-1) ?? '' };
}
