import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardRow } from '#shared/ipc/board.ts';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import type { CardEvents } from '../card/Card.tsx';
import {
  cardBeside,
  type Direction,
  type Lane,
  type MoveTarget,
  moveTarget,
  rangeBetween,
  spotOf,
} from './navigation.ts';
import type { BoardActions } from './use-board-actions.ts';
import type { BoardKeyActions } from './use-board-keys.ts';
import type { CardFocus } from './use-focus.ts';
import type { Selection } from './use-selection.ts';

export interface CardControls {
  readonly lanes: readonly Lane[];
  readonly actions: BoardActions;
  readonly selection: Selection;
  readonly focus: CardFocus;
  readonly now: number;
  readonly open: (id: string) => void;
  readonly setRenaming: (id: string | null) => void;
}

/** What pointer and keyboard do with cards. Both stay the same objects, so that no card renders again for them. */
export function useCardEvents(controls: CardControls): {
  readonly events: CardEvents;
  readonly keys: BoardKeyActions;
  readonly moveTo: (ids: readonly string[], target: MoveTarget) => void;
} {
  const { t } = useTranslation('tasks');
  const announce = useAnnounce();
  const latest = useRef(controls);
  latest.current = controls;

  return useMemo(() => {
    const now = () => latest.current;
    const find = (id: string): CardRow | undefined => {
      const spot = spotOf(now().lanes, id);
      return spot ? now().lanes[spot.lane]?.cards[spot.index] : undefined;
    };
    /** The card, or all selected ones when it is one of them, in the order of the board. */
    const together = (id: string): string[] => {
      const { lanes, selection } = now();
      if (!selection.ids.has(id)) return [id];
      return lanes
        .flatMap(({ cards }) => cards.map((card) => card.id))
        .filter((each) => selection.ids.has(each));
    };
    const moveTo = (ids: readonly string[], target: MoveTarget) => {
      const lane = now().lanes.find(({ column }) => column.id === target.columnId);
      if (!lane) return;
      void now().actions.move(ids, target, now().now);
      const others = lane.cards.filter((card) => !ids.includes(card.id));
      const place = others.findIndex((card) => card.id === target.above) + 2;
      const values = { column: lane.column.name, place, of: others.length + ids.length };
      announce(
        ids.length === 1
          ? t('say.moved', { ...values, title: find(ids[0] ?? '')?.title ?? '' })
          : t('say.movedMany', { ...values, count: ids.length }),
      );
    };
    const move = (id: string, direction: Direction) => {
      const { lanes, focus } = now();
      const target = moveTarget(lanes, id, direction);
      if (!target) return announce(t('say.edge'));
      const goesUnder = lanes.find(({ column }) => column.id === target.columnId)?.column.folded;
      const next = goesUnder
        ? (cardBeside(lanes, id, 'down') ?? cardBeside(lanes, id, 'up') ?? cardBeside(lanes, id, 'left'))
        : id;
      moveTo(together(id), target);
      if (next) focus.focus(next);
    };
    const remove = (id: string) => {
      const { lanes, focus, actions, selection } = now();
      const ids = together(id);
      const next = cardBeside(lanes, id, 'down') ?? cardBeside(lanes, id, 'up');
      void actions.remove(ids);
      selection.clear();
      if (next && !ids.includes(next)) focus.focus(next);
    };
    const toggleTimer = (card: CardRow) => {
      announce(t(card.runningSince === null ? 'say.started' : 'say.stopped', { title: card.title }));
      void now().actions.toggleTimer(card);
    };
    const events: CardEvents = {
      pressed(id, { shiftKey, ctrlKey, metaKey }) {
        const { selection, lanes, focus } = now();
        if (shiftKey) selection.add(rangeBetween(lanes, selection.anchor ?? focus.active, id));
        else if (ctrlKey || metaKey) selection.toggle(id);
        else now().open(id);
      },
      focused: (id) => now().focus.noticed(id),
      toggleTimer,
      followUp: (card) => {
        announce(t('say.followedUp', { title: card.title }));
        void now().actions.followUp(card.id, now().now);
      },
      renamed(id, title) {
        now().setRenaming(null);
        if (title) void now().actions.rename(id, title);
        now().focus.focus(id);
      },
    };
    const keys: BoardKeyActions = {
      focus: (id) => now().focus.focus(id),
      focusNewTask: (columnId) =>
        document.querySelector<HTMLElement>(`[data-new-task="${CSS.escape(columnId)}"]`)?.focus(),
      open: (id) => now().open(id),
      toggleSelected: (id) => now().selection.toggle(id),
      extend: (id) => now().selection.add([now().focus.active ?? id, id]),
      selectColumn: (columnId) => {
        const lane = now().lanes.find(({ column }) => column.id === columnId);
        now().selection.add(lane?.cards.map((card) => card.id) ?? []);
      },
      move,
      rename: (id) => now().setRenaming(id),
      remove,
      toggleTimer: (id) => {
        const card = find(id);
        if (card) toggleTimer(card);
      },
      escape: () => {
        if (now().selection.ids.size === 0) return false;
        now().selection.clear();
        return true;
      },
    };
    return { events, keys, moveTo };
  }, [t, announce]);
}
