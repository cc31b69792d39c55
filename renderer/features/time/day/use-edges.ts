import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import { MINUTE } from '#shared/domain/duration.ts';
import { type Edge, edgeRange, snapEdge, stepEdge } from '#shared/domain/entry-edge.ts';
import type { Span } from '#shared/domain/spans.ts';
import type { Scale } from '../../../ui/timeline/scale.ts';
import type { EntryActions } from '../actions.ts';
import type { DayModel, PlacedEntry } from './model.ts';

/** An edge on its way; `span` is what the entry would be. */
export interface EdgeDrag {
  readonly id: string;
  readonly edge: Edge;
  readonly span: Span;
}

/** How near to an edge a press means it, px. */
const reach = 7;
const step = 5 * MINUTE;

interface Grip {
  readonly placed: PlacedEntry;
  readonly edge: Edge;
  readonly range: Span;
  readonly y: number;
  readonly perPixel: number;
  /** Where it is now. */
  at: number;
}

/** Moves edges of entries: by dragging them, in steps of five minutes (with Alt one), or with Alt and the arrow keys. */
export function useEdges(model: DayModel, scale: Scale, now: number, actions: EntryActions) {
  const [drag, setDrag] = useState<EdgeDrag | null>(null);
  const grip = useRef<Grip | null>(null);
  const moved = useRef(false);
  const rangeOf = ({ entry, span }: PlacedEntry, edge: Edge) => {
    const others = [
      ...model.entries.filter((one) => one.entry.id !== entry.id).map((one) => one.span),
      ...model.reviews.map((one) => one.span),
    ];
    return edgeRange(span, edge, others, scale, now);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    moved.current = false;
    const placed = placedAt(model, event.target);
    const box = (event.target as HTMLElement).getBoundingClientRect();
    const edge = edgeAt(event.clientY - box.top, box.height);
    if (event.button !== 0 || !placed || !edge || !canMove(placed, edge, scale)) return;
    const perPixel = (scale.to - scale.from) / Math.max(1, event.currentTarget.clientHeight);
    const at = edge === 'start' ? placed.span.from : placed.span.to;
    grip.current = { placed, edge, range: rangeOf(placed, edge), y: event.clientY, perPixel, at };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = grip.current;
    if (!held) return;
    const { placed, edge } = held;
    const from = edge === 'start' ? placed.span.from : placed.span.to;
    const aim = from + (event.clientY - held.y) * held.perPixel;
    // A press without a movement opens the entry, as everywhere else on it.
    if (!moved.current && Math.abs(event.clientY - held.y) < 3) return;
    moved.current = true;
    held.at = snapEdge(aim, event.altKey ? MINUTE : step, held.range);
    const span = edge === 'start' ? { ...placed.span, from: held.at } : { ...placed.span, to: held.at };
    setDrag({ id: placed.entry.id, edge, span });
  };
  const onPointerUp = () => {
    const held = grip.current;
    grip.current = null;
    if (!held || !moved.current) return;
    void actions.moveEdge(held.placed.entry, held.edge, held.at).finally(() => setDrag(null));
  };
  const onLostPointerCapture = () => {
    if (!grip.current) return;
    grip.current = null;
    setDrag(null);
  };
  /** The click that ends a drag is none. */
  const onClickCapture = (event: MouseEvent) => {
    if (!moved.current) return;
    moved.current = false;
    event.preventDefault();
    event.stopPropagation();
  };
  /** @returns whether the key moved an edge, or would have. */
  const onKey = (event: KeyboardEvent<HTMLElement>): boolean => {
    const placed = placedAt(model, event.target);
    const vertical = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (!placed || !vertical || !event.altKey || event.ctrlKey || event.metaKey) return false;
    const edge = event.shiftKey ? 'start' : 'end';
    const at = edge === 'start' ? placed.span.from : placed.span.to;
    const next = stepEdge(at, step, event.key === 'ArrowUp' ? -1 : 1, rangeOf(placed, edge));
    void actions.moveEdge(placed.entry, edge, next);
    return true;
  };
  return {
    drag,
    onKey,
    list: { onPointerDown, onPointerMove, onPointerUp, onLostPointerCapture, onClickCapture },
  };
}

function placedAt(model: DayModel, target: EventTarget): PlacedEntry | undefined {
  const id = (target as HTMLElement).dataset.entry;
  return id ? model.entries.find(({ entry }) => entry.id === id) : undefined;
}

/** Which edge a press at `y` px below the top means; null in the middle. */
function edgeAt(y: number, height: number): Edge | null {
  const near = Math.min(reach, height / 3);
  if (y <= near) return 'start';
  return y >= height - near ? 'end' : null;
}

/** An edge that lies on another day, or is now, is not here to be moved; what is invoiced never moves. */
function canMove({ entry }: PlacedEntry, edge: Edge, scale: Scale): boolean {
  if (entry.billed) return false;
  if (edge === 'start') return entry.startedAt >= scale.from;
  return entry.endedAt !== null && entry.endedAt <= scale.to;
}
