/** What a cycle offers; seconds. */
export interface LedgerTerms {
  readonly included: number;
  /** The most that may go on into the next cycle; null for no limit. */
  readonly carryCap: number | null;
  /** For how many cycles after its own an hour lasts. */
  readonly carryCycles: number;
}

/** What an invoice has said of a cycle; it holds whatever the terms and the cycles before it say now. */
export interface Settled {
  readonly included: number;
  readonly carriedIn: readonly Carried[];
  readonly carriedOut: readonly Carried[];
}

/** Work that counts in a cycle; whole seconds as they are billed, none below zero. */
export interface LedgerEntry {
  readonly entryId: string;
  readonly startedAt: number;
  readonly seconds: number;
}

/** Hours that were left over in cycle `from` (a position in the ledger). */
export interface Carried {
  readonly from: number;
  readonly seconds: number;
}

/** Where the time of one entry came from; the parts add up to the entry. */
export interface EntryParts {
  readonly entryId: string;
  readonly carried: readonly Carried[];
  readonly included: number;
  readonly over: number;
}

/** One cycle of the ledger: `included + carried in = used + carried out + lapsed`, and over only when all is used. */
export interface LedgerCycle {
  readonly included: number;
  /** Oldest first. */
  readonly carriedIn: readonly Carried[];
  /** All time worked, what went over included. */
  readonly worked: number;
  /** Of what was included and carried in. */
  readonly used: number;
  readonly over: number;
  /** Left when the work so far is done. */
  readonly left: number;
  /** What goes on, or would, if the cycle ended now. */
  readonly carriedOut: readonly Carried[];
  readonly lapsed: number;
  readonly entries: readonly EntryParts[];
}

type CycleOfWork = LedgerTerms & {
  readonly entries: readonly LedgerEntry[];
  readonly settled?: Settled | null;
};

/**
 * Runs a retainer's cycles in order. Carried hours go first, the oldest of them first, then what the cycle includes;
 * what is left goes on as far as the cap allows, the newest hours being kept, and as long as they last. What a settled
 * cycle has taken over from those before it is no longer theirs to use.
 */
export function ledgerOf(cycles: readonly CycleOfWork[]): LedgerCycle[] {
  const held = heldFor(cycles);
  const ledger: LedgerCycle[] = [];
  let before: readonly Carried[] = [];
  for (const [index, cycle] of cycles.entries()) {
    const { carriedIn, included } = cycle.settled ?? { carriedIn: before, included: cycle.included };
    const all = [...carriedIn, { from: index, seconds: included }];
    const pool = cycle.settled ? all.map((part) => ({ ...part })) : less(all, held[index] ?? []);
    const ordered = cycle.entries.toSorted(
      (a, b) => a.startedAt - b.startedAt || (a.entryId < b.entryId ? -1 : 1),
    );
    const entries = ordered.map((entry) => takeFrom(pool, entry, index));
    const worked = total(ordered);
    const over = entries.reduce((sum, entry) => sum + entry.over, 0);
    const used = worked - over;
    const left = included + total(carriedIn) - used;
    const next = cycles[index + 1]?.settled;
    const rest = cycle.settled ? pool : more(pool, held[index] ?? [], all);
    const carriedOut = cycle.settled?.carriedOut ?? next?.carriedIn ?? goesOn(rest, index, cycle);
    const lapsed = Math.max(0, left - total(carriedOut));
    ledger.push({ included, carriedIn, worked, used, over, left, carriedOut, lapsed, entries });
    before = carriedOut;
  }
  return ledger;
}

/** By cycle, the hours that the next settled one after it has taken over. */
function heldFor(cycles: readonly CycleOfWork[]): (readonly Carried[])[] {
  const held: (readonly Carried[])[] = cycles.map(() => []);
  for (let index = cycles.length - 2; index >= 0; index--) {
    const taken = cycles[index + 1]?.settled?.carriedIn ?? held[index + 1] ?? [];
    held[index] = taken.filter(({ from }) => from <= index);
  }
  return held;
}

function less(parts: readonly Carried[], held: readonly Carried[]) {
  return parts.map(({ from, seconds }) => ({ from, seconds: Math.max(0, seconds - of(held, from)) }));
}

/** Puts back what was held of the parts that there were. */
function more(pool: readonly Carried[], held: readonly Carried[], all: readonly Carried[]): Carried[] {
  return pool.map(({ from, seconds }) => ({
    from,
    seconds: seconds + Math.min(of(held, from), of(all, from)),
  }));
}

function of(parts: readonly Carried[], from: number): number {
  return total(parts.filter((part) => part.from === from));
}

function takeFrom(
  pool: { readonly from: number; seconds: number }[],
  entry: LedgerEntry,
  index: number,
): EntryParts {
  let open = entry.seconds;
  let included = 0;
  const carried: Carried[] = [];
  for (const part of pool) {
    const taken = Math.min(open, part.seconds);
    if (taken === 0) continue;
    part.seconds -= taken;
    open -= taken;
    if (part.from === index) included = taken;
    else carried.push({ from: part.from, seconds: taken });
  }
  return { entryId: entry.entryId, carried, included, over: open };
}

/** What lasts beyond cycle `index`, the newest first in line for the cap; answered oldest first. */
function goesOn(pool: readonly Carried[], index: number, { carryCap, carryCycles }: LedgerTerms): Carried[] {
  let room = carryCap ?? Number.POSITIVE_INFINITY;
  const kept: Carried[] = [];
  for (const { from, seconds } of pool.toReversed()) {
    if (index + 1 - from > carryCycles) continue;
    const part = Math.min(room, seconds);
    room -= part;
    if (part > 0) kept.unshift({ from, seconds: part });
  }
  return kept;
}

function total(parts: readonly { readonly seconds: number }[]): number {
  return parts.reduce((sum, { seconds }) => sum + seconds, 0);
}
