import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Lane, type MoveTarget, spotOf } from './navigation.ts';

export interface Drop {
  readonly columnId: string;
  readonly before: string | null;
}

/**
 * Follows a dragged card: which column it is over and before which card it would go. When it is dropped, `onMove`
 * gets the cards (all selected ones when a selected card was dragged) and their place.
 */
export function useDrop(
  lanes: readonly Lane[],
  selected: ReadonlySet<string>,
  onMove: (ids: readonly string[], target: MoveTarget) => void,
): Drop | null {
  const [drop, setDrop] = useState<Drop | null>(null);
  const finish = useEffectEvent((id: string, place: Drop) => {
    const ids = selected.has(id)
      ? lanes.flatMap(({ cards }) => cards.map((card) => card.id)).filter((other) => selected.has(other))
      : [id];
    const cards = lanes.find(({ column }) => column.id === place.columnId)?.cards ?? [];
    const others = cards.filter((card) => !ids.includes(card.id));
    const at = nextUnmoved(cards, ids, place.before);
    const index = at === null ? others.length : others.findIndex((card) => card.id === at);
    const above = others[index - 1]?.id ?? null;
    const stays = ids.length === 1 && isWhereItStands(lanes, id, place.columnId, above);
    if (!stays) onMove(ids, { columnId: place.columnId, above, below: at });
  });

  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data.type === 'card',
        onDrag: ({ location }) => {
          const [target] = location.current.dropTargets;
          const next = target ? placeAt(target.element, target.data, location.current.input.clientY) : null;
          setDrop((old) => (old?.columnId === next?.columnId && old?.before === next?.before ? old : next));
        },
        onDrop: ({ source, location }) => {
          const [target] = location.current.dropTargets;
          setDrop(null);
          if (!target) return;
          const place = placeAt(target.element, target.data, location.current.input.clientY);
          finish(String(source.data.id), place);
        },
      }),
    [],
  );
  return drop;
}

/** The first card of the column whose middle is below the pointer. Only rendered cards can be pointed at. */
function placeAt(column: Element, data: Record<string | symbol, unknown>, y: number): Drop {
  const cards = [...column.querySelectorAll<HTMLElement>('[data-card]')];
  const before = cards.find((card) => {
    const box = card.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  return { columnId: String(data.columnId), before: before?.dataset.card ?? null };
}

function nextUnmoved(
  cards: readonly { readonly id: string }[],
  moved: readonly string[],
  before: string | null,
): string | null {
  let index = cards.findIndex((card) => card.id === before);
  if (index < 0) return null;
  while (index < cards.length && moved.includes(cards[index]?.id ?? '')) index++;
  return cards[index]?.id ?? null;
}

function isWhereItStands(
  lanes: readonly Lane[],
  id: string,
  columnId: string,
  above: string | null,
): boolean {
  const spot = spotOf(lanes, id);
  const lane = spot && lanes[spot.lane];
  if (!lane || lane.column.id !== columnId) return false;
  return (lane.cards[spot.index - 1]?.id ?? null) === above;
}
