import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '#shared/ipc/board.ts';
import { KeyHints } from '../../../ui/KeyHints.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { FilterMenu } from './FilterMenu.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import type { BoardActions } from './use-board-actions.ts';
import type { Selection } from './use-selection.ts';

export interface BoardToolbarProps {
  readonly board: Board;
  readonly actions: BoardActions;
  readonly selection: Selection;
  readonly now: number;
  readonly zone: string;
  readonly filterOpened: boolean;
  readonly onFilterOpened: (opened: boolean) => void;
  readonly filterButton: RefObject<HTMLButtonElement | null>;
}

/** Filter and key hints; with a selection, what can be done with it. */
export function BoardToolbar(props: BoardToolbarProps) {
  const { board, actions, selection, now, zone, filterOpened, onFilterOpened, filterButton } = props;
  const { t } = useTranslation('tasks');
  const ids = [...selection.ids];
  return (
    <Toolbar label={t('board.toolbar')}>
      {ids.length > 0 ? (
        <SelectionBar
          ids={ids}
          columns={board.columns}
          actions={actions}
          now={now}
          zone={zone}
          onClear={selection.clear}
        />
      ) : (
        <>
          <FilterMenu
            view={board.view}
            opened={filterOpened}
            onOpened={onFilterOpened}
            onChange={(view) => void actions.saveView(view)}
            button={filterButton}
          />
          <KeyHints
            hints={[
              { keys: ['Ctrl', '← → ↑ ↓'], label: t('hint.move') },
              { keys: ['Enter'], label: t('hint.open') },
              { keys: ['T'], label: t('hint.timer') },
            ]}
          />
        </>
      )}
    </Toolbar>
  );
}
