import { IconArrowsSplit2, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatClockRange } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import { borderRange, canCut, heirOf, shownLength } from '#shared/domain/gap-draft.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import classes from './Split.module.css';
import { SubjectSelect } from './SubjectSelect.tsx';
import type { Piece } from './subject.ts';
import type { Split } from './use-split.ts';

interface PieceRowProps {
  readonly gap: OpenGap;
  readonly split: Split;
  readonly piece: Piece;
  readonly index: number;
  readonly zone: string;
}

/** One piece: from when to when, what it was, how long. */
export function PieceRow({ gap, split, piece, index, zone }: PieceRowProps) {
  const { t } = useTranslation('gaps');
  const number = index + 1;
  const fault = split.faults[piece.key];
  const faultId = useId();
  return (
    <li className={classes.row} data-fixed={piece.fixed || undefined}>
      <span className={classes.times}>
        {formatClock(piece.from, zone)}–
        {borderRange(split.pieces, index) ? (
          <input
            className={classes.end}
            value={split.typed[piece.key] ?? formatClock(piece.to, zone)}
            inputMode="numeric"
            autoComplete="off"
            aria-label={t('end', { number })}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? faultId : undefined}
            onChange={(event) => split.type(index, event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={() => split.settle(index)}
          />
        ) : (
          formatClock(piece.to, zone)
        )}
      </span>
      {piece.fixed ? (
        <span className={classes.tracked}>{t('tracked')}</span>
      ) : (
        <SubjectSelect
          gap={gap}
          label={t('subject', { number, times: formatClockRange(piece.from, piece.to, zone) })}
          subject={piece.subject}
          onChange={(subject) => split.choose(index, subject)}
        />
      )}
      <strong className={classes.length}>{formatDuration(shownLength(piece))}</strong>
      <span className={classes.tools}>
        <IconButton
          size="sm"
          label={t('cut', { number })}
          icon={<IconArrowsSplit2 size={14} stroke={1.5} aria-hidden />}
          disabled={!canCut(split.pieces, index)}
          onClick={() => split.cut(index)}
        />
        <IconButton
          size="sm"
          label={t('remove', { number })}
          icon={<IconX size={14} stroke={1.5} aria-hidden />}
          disabled={heirOf(split.pieces, index) === null}
          onClick={() => split.remove(index)}
        />
      </span>
      {fault && (
        <p id={faultId} className={classes.fault} role="alert">
          {fault}
        </p>
      )}
    </li>
  );
}
