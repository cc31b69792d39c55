import { IconLock, IconPlayerStopFilled } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { type CSSProperties, memo } from 'react';
import { formatClock } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import type { EntryView } from '#shared/ipc/time.ts';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { RunningPill } from '../../../ui/RunningPill.tsx';
import { tip } from '../../../ui/tooltip/tip.ts';
import type { EntryActions } from '../actions.ts';
import { detailOf, titleOf } from '../words.ts';
import classes from './EntryBlock.module.css';

export interface EntryBlockProps {
  readonly entry: EntryView;
  /** Shown span, UTC milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly zone: string;
  readonly place: CSSProperties;
  /** How many stand side by side here, itself counted. */
  readonly lanes: number;
  /** How many lines its title may take when it does not stand alone. */
  readonly lines: number;
  /** Handed in: with hundreds of blocks, a subscription of each to the language shows. */
  readonly t: TFunction<'time'>;
  readonly actions: EntryActions;
  readonly onEdit: (entry: EntryView) => void;
  /** Roving focus. */
  readonly focus: object;
}

/** One entry on the timeline. The whole block opens it; the pill of a running one stops it. */
export const EntryBlock = memo(
  function EntryBlock({
    entry,
    from,
    to,
    zone,
    place,
    lanes,
    lines,
    t,
    actions,
    onEdit,
    focus,
  }: EntryBlockProps) {
    const running = entry.endedAt === null;
    const minutes = (to - from) / MINUTE;
    const size = minutes >= 27 ? 'full' : minutes >= 17 ? 'line' : 'tight';
    // Side by side there is little width; what has no room is not drawn at all, for a crowded day has hundreds of these.
    const beside = lanes > 1;
    const crowded = lanes > 3;
    const title = titleOf(entry);
    const start = formatClock(entry.startedAt, zone);
    const detail = detailOf(entry, t);
    // The entry's own start and end, also where the day shows only a part of it.
    const times = `${start}–${entry.endedAt === null ? t('now') : formatClock(entry.endedAt, zone)}`;
    const length = formatDuration(to - from);
    const colour = `var(--client-${entry.clientColor})`;
    const locked = entry.billed ? t('billed') : null;
    const whole = [title, detail, times, length, locked].filter(Boolean).join(', ');
    return (
      <li
        className={classes.block}
        data-size={size}
        data-beside={beside ? (crowded ? 'many' : lanes) : undefined}
        data-tiny={lanes > 5 || undefined}
        data-running={running || undefined}
        style={
          {
            ...place,
            // A hair between blocks, without an element around each.
            height: `calc(${place.height} - 0.125rem)`,
            width: beside ? `calc(${place.width} - 0.25rem)` : place.width,
            // Neither a custom property nor the colour of text: what a block hands down costs its whole inside a new style.
            ...(crowded ? { backgroundImage: `linear-gradient(${colour}, ${colour})` } : {}),
            ...(beside && size === 'full' ? { '--lines': lines } : {}),
          } as CSSProperties
        }
      >
        {!crowded && (
          <>
            <span className={classes.bar} style={{ background: colour }} />
            <ClientMark colour={entry.clientColor} size={12} />
          </>
        )}
        {beside && size !== 'full' ? (
          <span className={classes.line}>
            <span className={classes.start}>{start}</span>
            {title}
          </span>
        ) : (
          <span className={classes.text}>
            <span className={classes.title}>{title}</span>
            <span className={classes.detail}>
              {beside ? [start, length, detail].filter(Boolean).join(' · ') : detail}
            </span>
          </span>
        )}
        {running && lanes < 3 && (
          <RunningPill
            startedAt={entry.startedAt}
            icon={<IconPlayerStopFilled size={12} aria-hidden />}
            label={t('stopNamed', { what: title })}
            onClick={() => void actions.stop()}
          />
        )}
        {entry.billed && lanes < 3 && (
          <IconLock className={classes.lock} size={14} stroke={1.5} aria-hidden />
        )}
        {!beside && (
          <>
            <span className={classes.times}>{times}</span>
            <strong className={classes.length}>{length}</strong>
          </>
        )}
        <button
          type="button"
          className={classes.open}
          data-entry={entry.id}
          data-fixed={entry.billed || undefined}
          {...tip(whole)}
          aria-label={whole}
          onClick={() => onEdit(entry)}
          {...focus}
        />
      </li>
    );
  },
  (before, after) =>
    before.entry === after.entry &&
    before.from === after.from &&
    before.to === after.to &&
    before.zone === after.zone &&
    before.place.top === after.place.top &&
    before.place.height === after.place.height &&
    before.place.width === after.place.width &&
    before.place.insetInlineStart === after.place.insetInlineStart &&
    before.lanes === after.lanes &&
    before.lines === after.lines &&
    before.t === after.t &&
    before.actions === after.actions &&
    before.onEdit === after.onEdit &&
    (before.focus as { tabIndex: number }).tabIndex === (after.focus as { tabIndex: number }).tabIndex,
);
