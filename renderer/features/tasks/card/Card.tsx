import { memo, useLayoutEffect, useRef } from 'react';
import type { CardRow } from '#shared/ipc/board.ts';
import classes from './Card.module.css';
import { CardMeta, hasFacts } from './CardMeta.tsx';
import { CardTime, hasTime } from './CardTime.tsx';
import { RenameField } from './RenameField.tsx';
import { useCardDrag } from './use-card-drag.ts';
import type { CardWords } from './words.ts';

/** What a card tells the board; one object for all cards, so that none renders again for it. */
export interface CardEvents {
  pressed(
    id: string,
    event: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean },
  ): void;
  focused(id: string): void;
  toggleTimer(card: CardRow): void;
  followUp(card: CardRow): void;
  /** Null leaves the title as it was. */
  renamed(id: string, title: string | null): void;
}

export interface CardProps {
  readonly card: CardRow;
  readonly events: CardEvents;
  readonly words: CardWords;
  /** UTC milliseconds of the current minute, and the person's zone. */
  readonly now: number;
  readonly zone: string;
  /** Tab reaches this one. */
  readonly active: boolean;
  readonly selected: boolean;
  /** Its panel is open. */
  readonly opened: boolean;
  readonly renaming: boolean;
  /** A new object each time the card shall take the focus. */
  readonly focusRequest: object | null;
}

/** One task on the board. It takes the keyboard as a whole; its buttons are reached by their keys or the pointer. */
export const Card = memo(function Card(props: CardProps) {
  const { card, events, words, now, zone, active, selected, opened, renaming, focusRequest } = props;
  const element = useRef<HTMLElement>(null);
  const { dragging, prepare } = useCardDrag(element, card.id);
  useLayoutEffect(() => {
    if (focusRequest) element.current?.focus({ preventScroll: false });
  }, [focusRequest]);
  const running = card.runningSince !== null;
  const facts = `facts-${card.id}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the board handles the keys of all its cards
    <article
      ref={element}
      className={classes.card}
      data-card={card.id}
      data-running={running || undefined}
      data-plain={(card.waitingSince === null && !hasFacts(card)) || undefined}
      data-untimed={!hasTime(card) || undefined}
      data-selected={selected || undefined}
      data-opened={opened || undefined}
      data-dragging={dragging || undefined}
      tabIndex={active ? 0 : -1}
      aria-label={selected ? words.t('card.selected', { title: card.title }) : card.title}
      aria-describedby={facts}
      aria-keyshortcuts="Enter Space F2 Delete T Control+ArrowUp Control+ArrowDown Control+ArrowLeft Control+ArrowRight"
      onPointerEnter={prepare}
      onFocus={(event) => event.target === event.currentTarget && events.focused(card.id)}
      onClick={(event) => {
        if (!(event.target as Element).closest('button, input, textarea')) events.pressed(card.id, event);
      }}
    >
      {renaming ? (
        <RenameField title={card.title} onDone={(title) => events.renamed(card.id, title)} />
      ) : (
        <div className={classes.title} dir="auto">
          {card.title}
        </div>
      )}
      <CardMeta
        id={facts}
        card={card}
        words={words}
        now={now}
        zone={zone}
        onFollowUp={() => events.followUp(card)}
      />
      <CardTime card={card} words={words} now={now} onToggle={() => events.toggleTimer(card)} />
    </article>
  );
});
