import { z } from 'zod';
import { categories } from '../domain/category.ts';
import { id, instant, text, workKindId } from './fields.ts';

/** What a piece of a gap was. The task's category and kind of work hold where none is given. */
const pieceSubject = z.strictObject({
  clientId: id,
  taskId: id.nullable().optional(),
  note: text(2_000).optional(),
  category: z.enum(categories).nullable().optional(),
  workKindId: workKindId.nullable().optional(),
  billable: z.boolean().optional(),
  /** The event that the piece is made of, so that it never becomes a second entry. */
  eventKey: text(2_000).min(1).nullable().optional(),
});

/** Half-open, UTC milliseconds; a null subject is neither tracked nor billed. */
const piece = z.strictObject({ from: instant, to: instant, subject: pieceSubject.nullable() });

/** The person's word on a gap. */
export const answerInput = z.discriminatedUnion('answer', [
  z.strictObject({ id, answer: z.literal('keep') }),
  z.strictObject({ id, answer: z.literal('discard') }),
  /** The timer was forgotten: the gap is discarded, and so is what the timer that goes on from it has run since. */
  z.strictObject({ id, answer: z.literal('stop') }),
  /** The pieces tile the gap exactly, in order. */
  z.strictObject({ id, answer: z.literal('split'), pieces: z.array(piece).min(1).max(100) }),
  /** Only where the clock was set back: the same length of time, from `from` on, where nothing is tracked. */
  z.strictObject({ id, answer: z.literal('move'), from: instant }),
]);

export type AnswerInput = z.infer<typeof answerInput>;
export type PieceInput = z.infer<typeof piece>;
