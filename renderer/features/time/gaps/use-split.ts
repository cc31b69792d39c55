import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn, formatClock } from '#shared/domain/clock-format.ts';
import { readClock } from '#shared/domain/clock-text.ts';
import {
  borderRange,
  cutPiece,
  draftOf,
  moveBorder,
  reachingTo,
  removePiece,
} from '#shared/domain/gap-draft.ts';
import { resolveLocal } from '#shared/domain/local-time.ts';
import type { Span } from '#shared/domain/spans.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import { type Piece, type PieceSubject, suggestedSubject } from './subject.ts';

export interface Split {
  readonly pieces: readonly Piece[];
  /** What is typed as the end of a piece, by the piece's key, as long as the field has the focus. */
  readonly typed: Readonly<Record<number, string>>;
  /** What is wrong with it. */
  readonly faults: Readonly<Record<number, string>>;
  readonly move: (index: number, at: number) => void;
  readonly type: (index: number, text: string) => void;
  readonly settle: (index: number) => void;
  readonly choose: (index: number, subject: PieceSubject | null) => void;
  readonly cut: (index: number) => void;
  readonly remove: (index: number) => void;
}

/** How a gap is being divided; nothing of it is kept before it is saved. Times are those of `zone`. */
export function useSplit(gap: OpenGap, zone: string): Split {
  const { t } = useTranslation('gaps');
  const [known, setPieces] = useState<readonly Piece[]>(() => firstPieces(gap));
  // As long as nobody touches the computer, the gap goes on growing under its question.
  const pieces = reachingTo(known, gap.endedAt);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [faults, setFaults] = useState<Readonly<Record<number, string>>>({});
  const change = (next: readonly Piece[]) => {
    setPieces(next);
    setTyped({});
    setFaults({});
  };
  return {
    pieces,
    typed,
    faults,
    move: (index, at) => change(moveBorder(pieces, index, at)),
    type: (index, text) => {
      const key = pieces[index]?.key ?? 0;
      const range = borderRange(pieces, index);
      const clock = readClock(text);
      const at = range && clock && nearest(clock, pieces[index]?.to ?? 0, range, zone);
      setTyped({ [key]: text });
      if (at) {
        setFaults({});
        setPieces(moveBorder(pieces, index, at));
      } else if (range) {
        const values = { from: formatClock(range.from, zone), to: formatClock(range.to, zone) };
        setFaults({ [key]: clock ? t('endRange', values) : t('endFixed') });
      }
    },
    // What cannot be read stays, with the reason; what could be is shown as every other time.
    settle: (index) => {
      if (!faults[pieces[index]?.key ?? 0]) setTyped({});
    },
    choose: (index, subject) =>
      setPieces(pieces.map((piece, each) => (each === index ? { ...piece, subject } : piece))),
    cut: (index) => change(cutPiece(pieces, index)),
    remove: (index) => change(removePiece(pieces, index)),
  };
}

/** The suggestion; where it is nothing but what ran on, the second half of it is left open. */
function firstPieces(gap: OpenGap): readonly Piece[] {
  const draft = draftOf(
    gap.suggestion.map((piece) => ({ ...piece, subject: suggestedSubject(gap, piece.subject) })),
    gap.taken,
  );
  const ranOn = draft.length === 1 && !draft[0]?.subject?.eventKey;
  return ranOn ? cutPiece(draft, 0) : draft;
}

/** The instant within `range` at which clocks in `zone` show this time; of several the one nearest to `current`. */
function nearest(clock: string, current: number, range: Span, zone: string): number | null {
  const dates = new Set([range.from, current, range.to].map((at) => dateIn(at, zone)));
  const found = [...dates].flatMap((date) => {
    const resolved = resolveLocal(date, clock, zone);
    if (resolved.kind === 'one') return [resolved.at];
    return resolved.kind === 'two' ? [resolved.earlier, resolved.later] : [];
  });
  const fitting = found.filter((at) => at >= range.from && at <= range.to);
  return fitting.toSorted((a, b) => Math.abs(a - current) - Math.abs(b - current))[0] ?? null;
}
