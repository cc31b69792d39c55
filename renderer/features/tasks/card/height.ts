import type { CardRow } from '#shared/ipc/board.ts';
import { hasFacts } from './CardMeta.tsx';
import { hasTime } from './CardTime.tsx';

/** Letters on a line of the title in the usual width, and of a name that still leaves "asked 3 days ago" on one line. */
const LETTERS = 37;
const NAME = 10;
/** Border, padding and the gap to the next card; then the lines, all in pixels. */
const FRAME = 27;
const LINE = 20;
const SMALL_LINE = 18;
const FACTS = 22;
const TIME = 29;
const NO_FACTS = 2;
const MOST_LINES = 4;

/** How tall a card will most likely be, in pixels, so that a column can be laid out before anything is measured. */
export function likelyHeight(card: CardRow | undefined): number {
  if (!card) return FRAME + LINE + FACTS + TIME;
  const lines = Math.min(MOST_LINES, Math.max(1, Math.ceil(card.title.length / LETTERS)));
  const facts = hasFacts(card);
  const waiting = card.waitingSince !== null;
  return (
    FRAME +
    lines * LINE +
    (waiting ? FACTS + (card.waitingOn.length > NAME ? SMALL_LINE : 0) : 0) +
    (facts ? FACTS : 0) +
    (hasTime(card) ? TIME : 0) +
    (waiting || facts ? 0 : NO_FACTS)
  );
}
