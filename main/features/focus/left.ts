import type { Focus } from '#shared/domain/focus.ts';
import type { EntryView } from '#shared/ipc/time.ts';

/** What a break put an end to: the entry that it stopped, and the round as it was. */
export interface Left {
  readonly entry: EntryView;
  readonly round: Focus;
  readonly rest: Focus;
  /** The stop for the break was taken back, and may be done again. */
  readonly undone: boolean;
}

/** What came of the stop for a break; `over`: something else was begun or ended since. */
export type Turn = 'none' | 'undone' | 'redone' | 'over';

/** Compares what was left with what there is: the entry that runs, or else the one that ended last. */
export function turnOf(left: Left, focus: Focus, running: EntryView | null, last: EntryView | null): Turn {
  const rests = focus.phase === 'break' || focus.phase === 'rested';
  if (rests === left.undone) return 'over';
  if ((running !== null) === left.undone) return 'none';
  if (rests) return running?.id === left.entry.id ? 'undone' : 'over';
  return last?.id === left.entry.id && last.endedAt === left.entry.endedAt ? 'redone' : 'over';
}
