import { MINUTE } from './duration.ts';
import { clip, length, type Span } from './spans.ts';

/** A piece of a gap while a person divides it. They always tile the gap, for neighbours share their border. */
export interface DraftPiece<Subject> extends Span {
  /** Names the piece while its times change. */
  readonly key: number;
  /** Null is neither tracked nor billed. */
  readonly subject: Subject | null;
  /** Tracked already: it stays as it is, and so do its borders. */
  readonly fixed: boolean;
}

type Pieces<Subject> = readonly DraftPiece<Subject>[];

/** The pieces of a suggestion to begin with; `taken` is what is tracked there already. */
export function draftOf<Subject>(
  pieces: readonly (Span & { readonly subject: Subject | null })[],
  taken: readonly Span[],
): DraftPiece<Subject>[] {
  return pieces.map((piece, key) => ({
    ...piece,
    key,
    fixed: taken.some((one) => length(clip(one, piece) ?? { from: 0, to: 0 }) > 0),
  }));
}

/** The pieces of a gap that has grown since: the last one reaches to its end, UTC milliseconds. */
export function reachingTo<Piece extends Span>(pieces: readonly Piece[], end: number): readonly Piece[] {
  const last = pieces.at(-1);
  return last && last.to < end ? pieces.with(-1, { ...last, to: end }) : pieces;
}

/**
 * Where the border after piece `index` may lie, both ends included, on whole minutes, so that each side keeps
 * something; null when it cannot move.
 */
export function borderRange<Subject>(pieces: Pieces<Subject>, index: number): Span | null {
  const before = pieces[index];
  const after = pieces[index + 1];
  if (!before || !after || before.fixed || after.fixed) return null;
  const from = Math.floor(before.from / MINUTE) * MINUTE + MINUTE;
  const to = Math.ceil(after.to / MINUTE) * MINUTE - MINUTE;
  return from <= to ? { from, to } : null;
}

/** How long a piece is by the minutes that its borders show, milliseconds; so pieces add up to what is shown of the gap. */
export function shownLength({ from, to }: Span): number {
  return (Math.floor(to / MINUTE) - Math.floor(from / MINUTE)) * MINUTE;
}

/** Moves the border after piece `index` as near to `at` as it goes, to a whole minute. */
export function moveBorder<Subject>(pieces: Pieces<Subject>, index: number, at: number): Pieces<Subject> {
  const range = borderRange(pieces, index);
  if (!range) return pieces;
  const border = Math.min(range.to, Math.max(range.from, Math.round(at / MINUTE) * MINUTE));
  return pieces.map((piece, each) => {
    if (each === index) return { ...piece, to: border };
    return each === index + 1 ? { ...piece, from: border } : piece;
  });
}

/** Where a border at `at` lies after some steps of a minute; from between two minutes the first leads to the next. */
export function steppedBorder(at: number, minutes: number): number {
  const onMinute = (minutes > 0 ? Math.floor(at / MINUTE) : Math.ceil(at / MINUTE)) * MINUTE;
  return onMinute + minutes * MINUTE;
}

/** Whether a piece is long enough to be cut in two. */
export function canCut<Subject>(pieces: Pieces<Subject>, index: number): boolean {
  return middleOf(pieces[index]) !== null;
}

/** Cuts a piece in the middle; the new one comes second and is nothing yet. */
export function cutPiece<Subject>(pieces: Pieces<Subject>, index: number): Pieces<Subject> {
  const piece = pieces[index];
  const middle = middleOf(piece);
  if (!piece || middle === null) return pieces;
  const key = Math.max(...pieces.map((one) => one.key)) + 1;
  return pieces.toSpliced(index, 1, { ...piece, to: middle }, { ...piece, from: middle, key, subject: null });
}

/** The piece that would take over the time of piece `index`; null when it must stay. */
export function heirOf<Subject>(pieces: Pieces<Subject>, index: number): number | null {
  if (!pieces[index] || pieces[index].fixed) return null;
  const heir = [index - 1, index + 1].find((each) => pieces[each] && !pieces[each].fixed);
  return heir ?? null;
}

/** Takes a piece away; its time goes to the one before it, or else to the one after it. */
export function removePiece<Subject>(pieces: Pieces<Subject>, index: number): Pieces<Subject> {
  const heir = heirOf(pieces, index);
  const gone = pieces[index];
  if (heir === null || !gone) return pieces;
  return pieces
    .map((piece, each) =>
      each === heir
        ? { ...piece, from: Math.min(piece.from, gone.from), to: Math.max(piece.to, gone.to) }
        : piece,
    )
    .toSpliced(index, 1);
}

function middleOf(piece: DraftPiece<unknown> | undefined): number | null {
  if (!piece || piece.fixed) return null;
  const middle = Math.round((piece.from + piece.to) / 2 / MINUTE) * MINUTE;
  return middle > piece.from && middle < piece.to ? middle : null;
}
