/** A rectangle in the window, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CardPlace {
  readonly left: number;
  readonly top: number;
  /** Distance of the arrow from the card's top (`right`) or left (`above`); null where it would point at nothing. */
  readonly arrow: number | null;
}

const distance = 12;
/** Between a card and the edges of its room, px. */
export const margin = 12;
/** How far below its top a card beside something points. */
const usual = 112;
/** Room that an arrow needs to the card's corners. */
const corner = 20;

/**
 * Where a card lies: `right` of what it is about, or `above` it, always whole inside `room`. Without something to be
 * about it lies at the lower right.
 */
export function placeCard(
  about: Box | null,
  side: 'right' | 'above',
  card: { readonly width: number; readonly height: number },
  room: Box,
): CardPlace {
  const most = {
    left: Math.max(room.left + margin, room.left + room.width - card.width - margin),
    top: Math.max(room.top + margin, room.top + room.height - card.height - margin),
  };
  const within = (value: number, least: number, largest: number) => Math.max(least, Math.min(value, largest));
  if (!about) return { ...most, arrow: null };
  if (side === 'right') {
    const middle = about.top + about.height / 2;
    const wanted = about.left + about.width + distance;
    const left = within(wanted, room.left + margin, most.left);
    const top = within(middle - usual, room.top + margin, most.top);
    const at = middle - top;
    const pointing = left === wanted && at >= corner && at <= card.height - corner;
    return { left, top, arrow: pointing ? at : null };
  }
  const middle = about.left + about.width / 2;
  const left = within(middle - card.width / 2, room.left + margin, most.left);
  const wanted = about.top - distance - card.height;
  const top = Math.max(room.top + margin, wanted);
  const at = middle - left;
  return { left, top, arrow: top === wanted && at >= corner && at <= card.width - corner ? at : null };
}

/** The corner at the lower right where messages rise: how wide and high they usually are, and the least width, px. */
const messages = { width: 440, height: 320, least: 280, line: 60 };

/**
 * Where messages in the lower right corner go so that the card and they do not hide each other: `aside`, so far from
 * the right edge, or `lift`, so far above the foot of the room where nothing is free beside the card, px; null for
 * where they usually are.
 */
export function makeWay(
  card: Box,
  room: Box,
): { readonly aside: number | null; readonly lift: number | null } {
  const right = room.left + room.width;
  const foot = room.top + room.height;
  const beside = card.left + card.width <= right - messages.width;
  const above = card.top + card.height <= foot - messages.height;
  if (beside || above) return { aside: null, lift: null };
  if (card.left - room.left >= messages.least + 2 * margin)
    return { aside: right - card.left + margin, lift: null };
  return { aside: null, lift: Math.min(foot - card.top + margin, room.height - messages.line) };
}
