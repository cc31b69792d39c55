import type { KeyboardEvent } from 'react';
import { cardBeside, type Direction, type Lane, spotOf } from './navigation.ts';

export interface BoardKeyActions {
  focus(id: string): void;
  focusNewTask(columnId: string): void;
  open(id: string): void;
  toggleSelected(id: string): void;
  extend(id: string): void;
  selectColumn(columnId: string): void;
  /** By one step, the selection with it. */
  move(id: string, direction: Direction): void;
  rename(id: string): void;
  remove(id: string): void;
  toggleTimer(id: string): void;
  /** True when there was something to leave: a selection. */
  escape(): boolean;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The keys of a board, for the element around its columns; they act on the card that has the focus. */
export function useBoardKeys(lanes: readonly Lane[], actions: BoardKeyActions) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.card : undefined;
    if (!id || event.altKey || event.nativeEvent.isComposing) return;
    if (handle(event, id)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  function handle(event: KeyboardEvent, id: string): boolean {
    const mod = event.ctrlKey || event.metaKey;
    const direction = arrows[event.key];
    if (direction && mod) return does(() => actions.move(id, direction));
    if (direction) return step(id, direction, event.shiftKey);
    const spot = spotOf(lanes, id);
    const lane = spot && lanes[spot.lane];
    if (mod) {
      if (event.key.toLowerCase() !== 'a' || !lane) return false;
      return does(() => actions.selectColumn(lane.column.id));
    }
    switch (event.key) {
      case 'Home':
      case 'End': {
        const end = event.key === 'Home' ? lane?.cards[0] : lane?.cards.at(-1);
        return end ? does(() => actions.focus(end.id)) : false;
      }
      case 'Enter':
        return does(() => actions.open(id));
      case ' ':
        return does(() => actions.toggleSelected(id));
      case 'F2':
        return does(() => actions.rename(id));
      case 'Delete':
        return does(() => actions.remove(id));
      case 't':
      case 'T':
        return does(() => actions.toggleTimer(id));
      case 'Escape':
        return actions.escape();
      default:
        return false;
    }
  }

  function step(id: string, direction: Direction, extend: boolean): boolean {
    const next = cardBeside(lanes, id, direction);
    if (next) {
      if (extend) actions.extend(next);
      actions.focus(next);
      return true;
    }
    const spot = spotOf(lanes, id);
    const column = spot && lanes[spot.lane]?.column;
    if (direction === 'up' && column && !extend) actions.focusNewTask(column.id);
    return true;
  }
}

function does(action: () => void): true {
  action();
  return true;
}
