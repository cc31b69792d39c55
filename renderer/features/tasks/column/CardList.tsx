import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardRow } from '#shared/ipc/board.ts';
import { Card, type CardEvents } from '../card/Card.tsx';
import { likelyHeight } from '../card/height.ts';
import type { CardWords } from '../card/words.ts';
import classes from './Column.module.css';
import { measuredHeight, roomForCards, scrollOnceShown, watchRoom } from './measuring.ts';
import { withoutStray } from './run.ts';

/** What all columns of a board show their cards by. */
export interface CardsView {
  readonly events: CardEvents;
  readonly words: CardWords;
  readonly now: number;
  readonly zone: string;
  readonly active: string | null;
  readonly selected: ReadonlySet<string>;
  readonly opened: string | null;
  readonly renaming: string | null;
  readonly focusRequest: { readonly id: string } | null;
  /** Where a dragged card would go: before this card of this column, or at its foot. */
  readonly drop: { readonly columnId: string; readonly before: string | null } | null;
}

export interface CardListProps {
  readonly columnId: string;
  readonly label: string;
  readonly cards: readonly CardRow[];
  readonly view: CardsView;
}

/** A column's cards; only those in sight are rendered, and the one with the focus. */
export function CardList({ columnId, label, cards, view }: CardListProps) {
  const { t } = useTranslation('tasks');
  const scroller = useRef<HTMLDivElement>(null);
  const [scrollToFn] = useState(scrollOnceShown);
  const activeIndex = cards.findIndex((card) => card.id === view.active);
  const virtual = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: cards.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => cards[index]?.id ?? index,
    estimateSize: (index) => likelyHeight(cards[index]),
    measureElement: measuredHeight,
    observeElementRect: watchRoom,
    scrollToFn,
    initialRect: { width: 0, height: roomForCards(window) },
    overscan: 1,
    paddingStart: 3,
    paddingEnd: 12,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 16,
    rangeExtractor: useCallback(
      (range: Range) => {
        const seen = defaultRangeExtractor(range);
        if (activeIndex < 0 || seen.includes(activeIndex)) return seen;
        return [...seen, activeIndex].sort((a, b) => a - b);
      },
      [activeIndex],
    ),
  });

  const { focusRequest } = view;
  const requested = focusRequest ? cards.findIndex((card) => card.id === focusRequest.id) : -1;
  useLayoutEffect(() => {
    if (requested >= 0) virtual.scrollToIndex(requested, { align: 'auto' });
  }, [requested, virtual]);

  const items = virtual.getVirtualItems();
  const run = withoutStray(items);
  const drop = view.drop?.columnId === columnId ? view.drop : null;
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul
        className={classes.list}
        aria-label={label}
        style={{ height: virtual.getTotalSize(), paddingTop: run[0]?.start }}
      >
        {items.map((item) => {
          const card = cards[item.index];
          if (!card) return null;
          const last = item.index === cards.length - 1;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={classes.slot}
              style={run.includes(item) ? undefined : { position: 'absolute', top: item.start }}
              aria-posinset={item.index + 1}
              aria-setsize={cards.length}
              data-drop={
                drop?.before === card.id ? 'above' : drop && !drop.before && last ? 'below' : undefined
              }
            >
              <Card
                card={card}
                events={view.events}
                words={view.words}
                now={view.now}
                zone={view.zone}
                active={view.active === card.id}
                selected={view.selected.has(card.id)}
                opened={view.opened === card.id}
                renaming={view.renaming === card.id}
                focusRequest={focusRequest?.id === card.id ? focusRequest : null}
              />
            </li>
          );
        })}
      </ul>
      {cards.length === 0 && drop && <div className={classes.dropHere}>{t('column.dropHere')}</div>}
    </div>
  );
}
