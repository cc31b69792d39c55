import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuickAdd } from '#shared/domain/quick-add.ts';
import type { Lane } from '../board/navigation.ts';
import { CardList, type CardsView } from './CardList.tsx';
import classes from './Column.module.css';
import { type ColumnEvents, ColumnHead } from './ColumnHead.tsx';
import { NewTask } from './NewTask.tsx';

export interface ColumnProps {
  readonly lane: Lane;
  readonly first: boolean;
  readonly last: boolean;
  readonly cards: CardsView;
  readonly events: ColumnEvents;
  readonly onAdd: (columnId: string, typed: QuickAdd) => Promise<boolean>;
  /** The keyboard goes from the field to the cards. */
  readonly onDown: (columnId: string) => void;
}

/** One column: head, the field for new tasks, cards. It has no box. */
export const Column = memo(function Column({ lane, first, last, cards, events, onAdd, onDown }: ColumnProps) {
  const { t } = useTranslation('tasks');
  const element = useRef<HTMLElement>(null);
  const { column } = lane;
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({
      element: element.current,
      getData: () => ({ columnId: column.id }),
      canDrop: ({ source }) => source.data.type === 'card',
    });
  }, [column.id]);
  const label = t('column.label', { name: column.name, count: column.count });
  return (
    <section
      ref={element}
      className={classes.column}
      aria-label={label}
      data-column={column.id}
      data-over={cards.drop?.columnId === column.id || undefined}
    >
      <ColumnHead column={column} shown={lane.cards.length} first={first} last={last} events={events} />
      <NewTask column={column} zone={cards.zone} onAdd={onAdd} onDown={() => onDown(column.id)} />
      <CardList columnId={column.id} label={column.name} cards={lane.cards} view={cards} />
    </section>
  );
});
