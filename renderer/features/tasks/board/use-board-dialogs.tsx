import { type ReactNode, useMemo, useState } from 'react';
import type { Board, ColumnRow } from '#shared/ipc/board.ts';
import { call } from '../../../lib/api.ts';
import { ColumnDialog } from '../column/ColumnDialog.tsx';
import type { ColumnEvents } from '../column/ColumnHead.tsx';
import { DeleteColumnDialog } from '../column/DeleteColumnDialog.tsx';
import { cardsIn } from './optimistic.ts';
import type { BoardActions } from './use-board-actions.ts';
import type { Selection } from './use-selection.ts';

type Opened =
  | { readonly kind: 'edit' | 'delete'; readonly column: ColumnRow }
  | { readonly kind: 'add' }
  | null;

/** What the heads of the columns do, and the dialogs that belong to it. */
export function useBoardDialogs(
  board: Board,
  actions: BoardActions,
  selection: Selection,
): { readonly events: ColumnEvents; readonly dialogs: ReactNode; readonly addColumn: () => void } {
  const [opened, setOpened] = useState<Opened>(null);
  const { columns, view, clientId } = board;
  const events = useMemo<ColumnEvents>(
    () => ({
      edit: (column) => setOpened({ kind: 'edit', column }),
      addAfter: () => setOpened({ kind: 'add' }),
      remove: (column) => setOpened({ kind: 'delete', column }),
      fold: (column) =>
        void actions.saveView({ ...view, folded: { ...view.folded, [column.id]: !column.folded } }),
      selectAll: (column) => selection.add(cardsIn(board, column.id).map((card) => card.id)),
      move(column, by) {
        const others = columns.filter((each) => each.id !== column.id);
        const at = columns.findIndex((each) => each.id === column.id) + by;
        void call('board.moveColumn', { id: column.id, above: others[at - 1]?.id ?? null });
      },
    }),
    [board, columns, view, actions, selection],
  );
  const close = () => setOpened(null);
  const dialogs =
    opened?.kind === 'delete' ? (
      <DeleteColumnDialog
        column={opened.column}
        others={columns.filter((column) => column.id !== opened.column.id)}
        onClose={close}
      />
    ) : opened ? (
      <ColumnDialog
        clientId={clientId}
        column={opened.kind === 'edit' ? opened.column : null}
        onClose={close}
      />
    ) : null;
  return { events, dialogs, addColumn: () => setOpened({ kind: 'add' }) };
}
