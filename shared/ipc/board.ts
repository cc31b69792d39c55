import { z } from 'zod';
import { type ColumnKind, columnKinds, dueFilters } from '#shared/domain/board.ts';
import { type Category, categories } from '#shared/domain/category.ts';
import type { Due } from '#shared/domain/due-day.ts';
import { id, requiredText } from './fields.ts';
import { read, write } from './method.ts';

export interface ColumnRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ColumnKind;
  /** How many cards the person wants here at most; warns, never refuses. */
  readonly limit: number | null;
  readonly rank: string;
  /** All its cards, also when it is folded. */
  readonly count: number;
  /** A folded column's cards are not sent. */
  readonly folded: boolean;
}

/** What a card shows, and no more. Times are UTC milliseconds. */
export interface CardRow {
  readonly id: string;
  readonly columnId: string;
  readonly rank: string;
  readonly title: string;
  readonly due: Due | null;
  readonly category: Category | null;
  readonly estimateMinutes: number | null;
  /** Sum of the ended time entries. */
  readonly trackedSeconds: number;
  /** Start of the entry that is running on this card now. */
  readonly runningSince: number | null;
  readonly checklistDone: number;
  readonly checklistTotal: number;
  readonly links: number;
  readonly waitingOn: string;
  readonly waitingSince: number | null;
  readonly completedAt: number | null;
}

/** How one client's board is looked at; kept in the workspace. */
export const boardViewSchema = z.strictObject({
  text: z.string().max(200, 'field.tooLong').default(''),
  categories: z.array(z.enum([...categories, 'none'])).default([]),
  due: z.enum(dueFilters).nullable().default(null),
  /** Column id to whether it is folded; columns of kind done are folded unless said otherwise. */
  folded: z.record(id, z.boolean()).default({}),
});

export type BoardView = z.infer<typeof boardViewSchema>;

export interface Board {
  readonly clientId: string;
  /** In order. */
  readonly columns: readonly ColumnRow[];
  /** Cards of the columns that are not folded, in order within their column. */
  readonly cards: readonly CardRow[];
  readonly view: BoardView;
}

const place = {
  /** The card or column that comes right before; null for the first place. */
  above: id.nullable(),
  /** Taken when `above` is no longer there. */
  below: id.nullable().optional(),
};
const limit = z.int('field.limit').min(1, 'field.limit').max(999, 'field.limit').nullable();
const kind = z.enum(columnKinds);

export const boardContract = {
  /** The whole board of a client in one answer. */
  'board.get': read<Board>()(z.strictObject({ clientId: id }), ['tasks', 'time']),
  /** Keeps filters and folded columns. Not undoable: it changes how one looks, not what is there. */
  'board.saveView': write()(z.strictObject({ clientId: id, view: boardViewSchema })),
  'board.addColumn': write<{ readonly id: string }>()(
    z.strictObject({ clientId: id, name: requiredText(100), kind, limit: limit.optional() }),
  ),
  /** Only the given fields change. A new kind of done completes its cards, leaving done reopens them. */
  'board.changeColumn': write()(
    z.strictObject({
      id,
      name: requiredText(100).optional(),
      kind: kind.optional(),
      limit: limit.optional(),
    }),
  ),
  'board.moveColumn': write()(z.strictObject({ id, ...place })),
  /** Its cards go to the foot of `cardsTo`; without it a column that holds cards is refused. */
  'board.deleteColumn': write()(z.strictObject({ id, cardsTo: id.optional() })),
};

export const placeFields = place;
