/** What a cycle offers; seconds. */
export interface LedgerTerms {
  readonly included: number;
  /** The most that may go on into the next cycle; null for no limit. */
  readonly carryCap: number | null;
  /** For how many cycles after its own an hour lasts. */
  readonly carryCycles: number;
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

/**
 * Runs a retainer's cycles in order. Carried hours go first, the oldest of them first, then what the cycle includes;
 * what is left goes on as far as the cap allows, the newest hours being kept, and as long as they last.
 */
export function ledgerOf(
  cycles: readonly (LedgerTerms & { readonly entries: readonly LedgerEntry[] })[],
): LedgerCycle[] {
  const ledger: LedgerCycle[] = [];
  let carriedIn: readonly Carried[] = [];
  for (const [index, cycle] of cycles.entries()) {
    const pool = [...carriedIn.map((part) => ({ ...part })), { from: index, seconds: cycle.included }];
    const ordered = cycle.entries.toSorted(
      (a, b) => a.startedAt - b.startedAt || (a.entryId < b.entryId ? -1 : 1),
    );
    const entries = ordered.map((entry) => takeFrom(pool, entry, index));
    const worked = total(ordered);
    const over = entries.reduce((sum, entry) => sum + entry.over, 0);
    const left = total(pool);
    const carriedOut = goesOn(pool, index, cycle);
    ledger.push({
      included: cycle.included,
      carriedIn,
      worked,
      used: worked - over,
      over,
      left,
      carriedOut,
      lapsed: left - total(carriedOut),
      entries,
    });
    carriedIn = carriedOut;
  }
  return ledger;
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
