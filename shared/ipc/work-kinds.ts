import { z } from 'zod';
import type { NamedWorkKind } from '../domain/work-kind.ts';
import { requiredText, text, workKindId } from './fields.ts';
import { read, write } from './method.ts';

export interface WorkKind extends NamedWorkKind {
  /** Kept for what was done, no longer offered. */
  readonly archived: boolean;
  /** How many time entries are of it. */
  readonly entries: number;
}

const longest = 80;

export const workKindsContract = {
  /** In the person's order; those put away too. */
  'workKinds.list': read<readonly WorkKind[]>()(z.undefined(), ['time']),
  'workKinds.add': write<{ readonly id: string }>()(z.strictObject({ name: requiredText(longest) })),
  /** An empty name gives a kind that came with the app its own name back. */
  'workKinds.rename': write()(z.strictObject({ id: workKindId, name: text(longest) })),
  'workKinds.archive': write()(z.strictObject({ id: workKindId, archived: z.boolean() })),
  /** Puts it below another; at the top where `above` is null. */
  'workKinds.move': write()(z.strictObject({ id: workKindId, above: workKindId.nullable() })),
};
