import { type KeyboardEvent, type MouseEvent, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatClockRange } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { length, type Span } from '#shared/domain/spans.ts';
import type { EntryView } from '#shared/ipc/time.ts';
import { useRoving } from '../../../ui/roving.ts';
import { offset, placeOf, type Scale, titleLines } from '../../../ui/timeline/scale.ts';
import { tip } from '../../../ui/tooltip/tip.ts';
import type { EntryActions } from '../actions.ts';
import { discardedWords } from '../gaps/words.ts';
import { DayMenu, type MenuSubject } from './DayMenu.tsx';
import classes from './DayView.module.css';
import entryClasses from './EntryBlock.module.css';
import { EntryBlock } from './EntryBlock.tsx';
import { GapBlock } from './GapBlock.tsx';
import type { DayModel, FreeGap, PlacedEntry, PlacedReview } from './model.ts';
import { useSlots } from './slots.ts';
import { type EdgeDrag, useEdges } from './use-edges.ts';

export interface EntriesColumnProps {
  readonly model: DayModel;
  /** What of the day is in sight; null before the first layout. */
  readonly inSight: Span | null;
  readonly scale: Scale;
  readonly zone: string;
  /** The current minute. */
  readonly now: number;
  /** Height of the smallest block, in rem. */
  readonly least: number;
  readonly actions: EntryActions;
  readonly onEdit: (entry: EntryView) => void;
  readonly onFill: (from: number, to: number) => void;
  readonly onSplit: (entry: EntryView) => void;
}

/** The entries of the day on their times, overlapping ones side by side, with the gaps between them. */
export const EntriesColumn = memo(function EntriesColumn(props: EntriesColumnProps) {
  const { model, inSight, scale, zone, now, least, actions, onEdit, onFill, onSplit } = props;
  const { t } = useTranslation('time');
  const running = model.entries.find(({ entry }) => entry.endedAt === null)?.entry.id;
  const items = drawn(inOrder(model), inSight);
  const slots = useSlots(items.flatMap((item) => ('entry' in item ? item.entry.id : [])));
  const known = (id: string) => slots.has(id) || items.some((item) => idOf(item) === id);
  // A crowded day does not draw its first entry once it is scrolled away.
  const start = [running, model.entries[0]?.entry.id].find((id) => id !== undefined && known(id));
  const roving = useRoving(start ?? (items[0] ? idOf(items[0]) : null), known);
  const edges = useEdges(model, scale, now, actions);
  const { drag } = edges;
  const [menu, setMenu] = useState<MenuSubject | null>(null);
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    const subject = subjectAt(model, event);
    if (!subject) return;
    event.preventDefault();
    setMenu(subject);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = (event.target as HTMLElement).dataset.entry;
    const entry = model.entries.find((placed) => placed.entry.id === id)?.entry;
    const next = entry ? nextOf(model, entry) : null;
    const meant = entry && (edges.onKey(event) || pressOn(event, entry, next, actions, onSplit));
    if (meant) event.preventDefault();
    else roving.list.onKeyDown(event);
  };
  return (
    <ul
      className={classes.entries}
      data-column="entries"
      aria-label={t('day.entries')}
      onKeyDown={onKeyDown}
      onBlur={roving.list.onBlur}
      onContextMenu={onContextMenu}
      {...edges.list}
    >
      {items.map((item) =>
        'review' in item ? (
          <GapBlock
            key={item.review.id}
            placed={item}
            zone={zone}
            place={placeOf(scale, item.span, item.lane, least)}
            focus={roving.item(item.review.id)}
          />
        ) : 'gap' in item ? (
          <Gap
            key={idOf(item)}
            free={item}
            scale={scale}
            zone={zone}
            onFill={onFill}
            focus={roving.item(idOf(item))}
          />
        ) : (
          <EntryBlock
            key={slots.get(item.entry.id)}
            entry={item.entry}
            from={drag?.id === item.entry.id ? drag.span.from : item.span.from}
            to={drag?.id === item.entry.id ? drag.span.to : item.span.to}
            zone={zone}
            place={placeOf(scale, drag?.id === item.entry.id ? drag.span : item.span, item.lane, least)}
            lanes={item.lane.lanes}
            lines={titleLines(scale, item.span, 1.125)}
            t={t}
            actions={actions}
            onEdit={onEdit}
            focus={roving.item(item.entry.id)}
          />
        ),
      )}
      {drag && <EdgeLabel drag={drag} scale={scale} zone={zone} />}
      {menu && (
        <DayMenu
          subject={menu}
          actions={actions}
          onEdit={onEdit}
          onFill={onFill}
          onSplit={onSplit}
          onClose={() => setMenu(null)}
        />
      )}
    </ul>
  );
});

type Item = PlacedEntry | PlacedReview | FreeGap;

const idOf = (item: Item) =>
  'review' in item ? item.review.id : 'gap' in item ? `gap-${item.gap.from}` : item.entry.id;
const spanOf = (item: Item) => ('gap' in item ? item.gap : item.span);

/** Entries and gaps as they follow each other, so that the arrows go down the day. */
function inOrder(model: DayModel): Item[] {
  const items: Item[] = [...model.entries, ...model.reviews, ...model.gaps];
  return items.sort((a, b) => spanOf(a).from - spanOf(b).from);
}

/** A day with more than this draws only what is in sight. */
const crowded = 80;

function drawn(items: readonly Item[], inSight: Span | null): readonly Item[] {
  if (items.length <= crowded) return items;
  if (!inSight) return [];
  return items.filter((item) => spanOf(item).to >= inSight.from && spanOf(item).from <= inSight.to);
}

/** The keys of an entry that has the focus. @returns whether the key meant something. */
function pressOn(
  event: KeyboardEvent,
  entry: EntryView,
  next: EntryView | null,
  actions: EntryActions,
  onSplit: (entry: EntryView) => void,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key === 'delete' || key === 'backspace') void actions.remove([entry]);
  else if (key === 't') void actions.startAgain(entry);
  else if (key === 's' && !entry.billed) onSplit(entry);
  else if (key === 'm' && next) void actions.merge([entry, next]);
  else return false;
  return true;
}

/** The entry that begins next after this one. */
function nextOf(model: DayModel, entry: EntryView): EntryView | null {
  const at = model.entries.findIndex((placed) => placed.entry.id === entry.id);
  return model.entries[at + 1]?.entry ?? null;
}

/** What a menu was asked for; null beside entries and free time. */
function subjectAt(model: DayModel, event: MouseEvent<HTMLElement>): MenuSubject | null {
  const back = event.target as HTMLElement;
  const box = back.getBoundingClientRect();
  // Asked for by key there is no pointer to open at.
  const byKey = event.clientX === 0 && event.clientY === 0;
  const where = byKey
    ? { x: box.left + 24, y: box.top + box.height / 2, back }
    : { x: event.clientX, y: event.clientY, back };
  const entry = model.entries.find((placed) => placed.entry.id === back.dataset.entry)?.entry;
  if (entry) return { ...where, entry, next: nextOf(model, entry) };
  const free = model.gaps.find(({ gap }) => String(gap.from) === back.dataset.free);
  if (!free) return null;
  const beside = (at: (placed: PlacedEntry) => boolean) => model.entries.find(at)?.entry ?? null;
  return {
    ...where,
    free,
    before: beside(({ span }) => span.to === free.gap.from),
    after: beside(({ span }) => span.from === free.gap.to),
  };
}

/** The time that an edge stands at while it is dragged. */
function EdgeLabel({
  drag,
  scale,
  zone,
}: {
  readonly drag: EdgeDrag;
  readonly scale: Scale;
  readonly zone: string;
}) {
  const at = drag.edge === 'start' ? drag.span.from : drag.span.to;
  return (
    <li className={entryClasses.edgeLabel} style={{ top: `${offset(scale, at)}rem` }} aria-hidden="true">
      {formatClock(at, zone)} <strong>{formatDuration(length(drag.span))}</strong>
    </li>
  );
}

/** A gap shorter than this has no room for words between its neighbours; its line still says them. */
const labelled = 7 * MINUTE;

interface GapProps {
  readonly free: FreeGap;
  readonly scale: Scale;
  readonly zone: string;
  readonly onFill: (from: number, to: number) => void;
  readonly focus: object;
}

function Gap({ free: { gap, discarded }, scale, zone, onFill, focus }: GapProps) {
  const { t } = useTranslation('time');
  const { t: ofGaps } = useTranslation('gaps');
  const why = discardedWords(discarded, zone, ofGaps);
  const text = t('day.gap', { time: formatDuration(length(gap)) });
  const middle = (offset(scale, gap.from) + offset(scale, gap.to)) / 2;
  return (
    <li className={entryClasses.gapPlace} style={{ top: `${middle}rem` }}>
      <button
        type="button"
        className={entryClasses.gap}
        {...tip([text, why].filter(Boolean).join('. '))}
        aria-label={[text, formatClockRange(gap.from, gap.to, zone), why, t('day.fillGap')]
          .filter(Boolean)
          .join(', ')}
        data-free={gap.from}
        aria-haspopup="menu"
        onClick={() => onFill(gap.from, gap.to)}
        {...focus}
      >
        {length(gap) >= labelled ? text : ''}
      </button>
    </li>
  );
}
