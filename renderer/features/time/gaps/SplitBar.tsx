import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { borderRange, shownLength, steppedBorder } from '#shared/domain/gap-draft.ts';
import { length } from '#shared/domain/spans.ts';
import classes from './Split.module.css';
import type { Split } from './use-split.ts';

/** The pieces as one bar; borders are dragged, or moved with the arrow keys by a minute, with Shift by five. */
export function SplitBar({ split, zone }: { readonly split: Split; readonly zone: string }) {
  const { pieces } = split;
  const bar = useRef<HTMLDivElement>(null);
  const from = pieces[0]?.from ?? 0;
  const whole = Math.max(1, (pieces.at(-1)?.to ?? 0) - from);
  const share = (at: number) => `${((at - from) / whole) * 100}%`;
  return (
    <div className={classes.bar} ref={bar}>
      {pieces.map((piece) => (
        <span
          key={piece.key}
          className={classes.part}
          data-nothing={piece.subject === null || undefined}
          style={
            {
              insetInlineStart: share(piece.from),
              width: `${(length(piece) / whole) * 100}%`,
              ...(piece.subject ? { '--own': `var(--client-${piece.subject.clientColor})` } : {}),
            } as CSSProperties
          }
          aria-hidden="true"
        >
          {length(piece) / whole > 0.09 && formatDuration(shownLength(piece))}
        </span>
      ))}
      {pieces.slice(0, -1).map((piece, index) => (
        <Border
          key={piece.key}
          split={split}
          index={index}
          zone={zone}
          left={share(piece.to)}
          instantAt={(x) => {
            const box = bar.current?.getBoundingClientRect();
            return box ? from + ((x - box.left) / Math.max(1, box.width)) * whole : piece.to;
          }}
        />
      ))}
    </div>
  );
}

interface BorderProps {
  readonly split: Split;
  readonly index: number;
  readonly zone: string;
  readonly left: string;
  readonly instantAt: (x: number) => number;
}

function Border({ split, index, zone, left, instantAt }: BorderProps) {
  const { t } = useTranslation('gaps');
  const range = borderRange(split.pieces, index);
  const at = split.pieces[index]?.to ?? 0;
  if (!range) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = borderAfter(event.key, event.shiftKey, at, range);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    split.move(index, next);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) split.move(index, instantAt(event.clientX));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={classes.border}
      style={{ insetInlineStart: left }}
      aria-label={t('border', { first: index + 1, second: index + 2 })}
      aria-orientation="horizontal"
      aria-valuemin={Math.round(range.from / MINUTE)}
      aria-valuemax={Math.round(range.to / MINUTE)}
      aria-valuenow={Math.round(at / MINUTE)}
      aria-valuetext={formatClock(at, zone)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}

/** Where a key takes a border; null when the key means nothing here. */
function borderAfter(
  key: string,
  far: boolean,
  at: number,
  range: { readonly from: number; readonly to: number },
): number | null {
  const step = far ? 5 : 1;
  if (key === 'ArrowRight' || key === 'ArrowUp') return steppedBorder(at, step);
  if (key === 'ArrowLeft' || key === 'ArrowDown') return steppedBorder(at, -step);
  if (key === 'Home') return range.from;
  return key === 'End' ? range.to : null;
}
