import { memo, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardRow } from '#shared/ipc/board.ts';
import classes from './Card.module.css';
import { CardMeta } from './CardMeta.tsx';
import { CardTime } from './CardTime.tsx';
import { RenameField } from './RenameField.tsx';
import { useCardDrag } from './use-card-drag.ts';

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
  const { card, events, now, zone, active, selected, opened, renaming, focusRequest } = props;
  const { t } = useTranslation('tasks');
  const element = useRef<HTMLElement>(null);
  const id = useId();
  const dragging = useCardDrag(element, card.id);
  useEffect(() => {
    if (focusRequest) element.current?.focus({ preventScroll: false });
  }, [focusRequest]);
  const running = card.runningSince !== null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the board handles the keys of all its cards
    <article
      ref={element}
      className={classes.card}
      data-card={card.id}
      data-running={running || undefined}
      data-selected={selected || undefined}
      data-opened={opened || undefined}
      data-dragging={dragging || undefined}
      tabIndex={active ? 0 : -1}
      aria-label={selected ? t('card.selected', { title: card.title }) : card.title}
      aria-describedby={`${id}-meta`}
      aria-keyshortcuts="Enter Space F2 Delete T Control+ArrowUp Control+ArrowDown Control+ArrowLeft Control+ArrowRight"
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
        id={`${id}-meta`}
        card={card}
        now={now}
        zone={zone}
        onFollowUp={() => events.followUp(card)}
      />
      <CardTime card={card} now={now} onToggle={() => events.toggleTimer(card)} />
    </article>
  );
});
