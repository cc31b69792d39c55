import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuickAdd } from '#shared/domain/quick-add.ts';
import type { Board } from '#shared/ipc/board.ts';
import { useMinute } from '../../../lib/clock.tsx';
import { useCommands } from '../../../lib/commands/CommandsProvider.tsx';
import type { Command } from '../../../lib/commands/command.ts';
import { View } from '../../../ui/View.tsx';
import { useCardWords } from '../card/words.ts';
import type { CardsView } from '../column/CardList.tsx';
import { Column } from '../column/Column.tsx';
import { FoldedColumn } from '../column/FoldedColumn.tsx';
import classes from './Board.module.css';
import { BoardEmpty } from './BoardEmpty.tsx';
import { BoardToolbar } from './BoardToolbar.tsx';
import { filterCount } from './filter.ts';
import { useBoardActions } from './use-board-actions.ts';
import { useBoardDialogs } from './use-board-dialogs.tsx';
import { useBoardKeys } from './use-board-keys.ts';
import { useCardEvents } from './use-card-events.ts';
import { useDrop } from './use-drop.ts';
import { useFocus } from './use-focus.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useLanes } from './use-lanes.ts';
import { useSelection } from './use-selection.ts';

export interface BoardBodyProps {
  readonly board: Board;
  readonly zone: string;
  /** The task whose panel is open. */
  readonly opened: string | null;
  readonly onOpen: (id: string) => void;
}

/** The columns of a client with everything that can be done on them. */
export function BoardBody({ board, zone, opened, onOpen }: BoardBodyProps) {
  const { t } = useTranslation('tasks');
  const now = useMinute();
  const lanes = useLanes(board, now, zone);
  const actions = useBoardActions(board.clientId);
  const known = useMemo(() => new Set(board.cards.map((card) => card.id)), [board.cards]);
  const selection = useSelection(useCallback((id: string) => known.has(id), [known]));
  const focus = useFocus();
  const { focus: focusCard } = focus;
  const lastOpened = useRef(opened);
  useLayoutEffect(() => {
    // The panel has closed: the keyboard goes back to its card.
    if (lastOpened.current && !opened) focusCard(lastOpened.current);
    lastOpened.current = opened;
  }, [opened, focusCard]);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [filterOpened, setFilterOpened] = useState(false);
  const filterButton = useRef<HTMLButtonElement>(null);
  const { events, keys, moveTo } = useCardEvents({
    lanes,
    actions,
    selection,
    focus,
    now,
    open: onOpen,
    setRenaming,
  });
  const onBlur = useKeptFocus(focus, lanes);
  const drop = useDrop(lanes, selection.ids, moveTo);
  const onKeyDown = useBoardKeys(lanes, keys);
  const { events: columnEvents, dialogs, addColumn } = useBoardDialogs(board, actions, selection);

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        { id: 'board.filter', label: t('filter.command'), keys: '/', run: () => setFilterOpened(true) },
        ...(selection.ids.size > 0
          ? [
              {
                id: 'board.clearSelection',
                label: t('selection.clear'),
                keys: 'escape',
                run: selection.clear,
              },
            ]
          : []),
      ],
      [t, selection.ids.size, selection.clear],
    ),
  );

  const firstShown = lanes.find((lane) => lane.cards.length > 0)?.cards[0]?.id ?? null;
  const active = focus.active !== null && known.has(focus.active) ? focus.active : firstShown;
  const words = useCardWords();
  const cards = useMemo<CardsView>(
    () => ({
      events,
      words,
      now,
      zone,
      active,
      selected: selection.ids,
      opened,
      renaming,
      focusRequest: focus.request,
      drop,
    }),
    [events, words, now, zone, active, selection.ids, opened, renaming, focus.request, drop],
  );
  const onAdd = useCallback(
    async (columnId: string, typed: QuickAdd) => (await actions.add(columnId, typed, { now, zone })) !== null,
    [actions, now, zone],
  );
  const onDown = useCallback(
    (columnId: string) => {
      const lane = lanes.find(({ column }) => column.id === columnId);
      const target = lane?.cards[0]?.id ?? firstShown;
      if (target) focus.focus(target);
    },
    [lanes, firstShown, focus.focus],
  );

  const openCount = board.columns.reduce((sum, { kind, count }) => sum + (kind === 'done' ? 0 : count), 0);
  const shown = lanes.reduce((sum, lane) => sum + lane.cards.length, 0);
  return (
    <View
      fill
      toolbar={
        <BoardToolbar
          board={board}
          actions={actions}
          selection={selection}
          now={now}
          zone={zone}
          filterOpened={filterOpened}
          onFilterOpened={setFilterOpened}
          filterButton={filterButton}
        />
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cards inside */}
      <div className={classes.board} onKeyDown={onKeyDown} onBlur={onBlur}>
        {lanes.map((lane, index) =>
          lane.column.folded ? (
            <FoldedColumn
              key={lane.column.id}
              column={lane.column}
              over={drop?.columnId === lane.column.id}
              onUnfold={() => columnEvents.fold(lane.column)}
            />
          ) : (
            <Column
              key={lane.column.id}
              lane={lane}
              first={index === 0}
              last={index === lanes.length - 1}
              cards={cards}
              events={columnEvents}
              onAdd={onAdd}
              onDown={onDown}
            />
          ),
        )}
        {shown === 0 && drop === null && (
          <BoardEmpty
            clientId={board.clientId}
            filtered={openCount > 0 && filterCount(board.view) > 0}
            nothing={openCount === 0}
            onClear={() => void actions.saveView({ ...board.view, text: '', categories: [], due: null })}
            onColumns={addColumn}
          />
        )}
      </div>
      {dialogs}
    </View>
  );
}
