import { MINUTE } from './duration.ts';
import { unitsInSequence } from './minutes.ts';
import type { TallyKey, TallyRow } from './report.ts';

/** One sum that is not divided further, in whole units. */
export interface ReportLeaf {
  readonly row: TallyKey;
  /** Null also where nothing is grouped within. */
  readonly part: TallyKey;
  readonly units: number;
}

/** A row as it is shown: whole minutes that add up, parts to rows and rows to the total. */
export interface ShownRow {
  readonly key: TallyKey;
  readonly minutes: number;
  readonly parts: readonly { readonly key: TallyKey; readonly minutes: number }[];
}

/**
 * The smallest sums of a report in whole units (milliseconds each), in order. They add up to the total in that unit,
 * cut off; none is off by a whole unit.
 */
export function reportLeaves(rows: readonly TallyRow[], unit: number): ReportLeaf[] {
  const leaves = rows.flatMap((row) =>
    row.parts.length > 0
      ? row.parts.map((part) => ({ row: row.key, part: part.key, total: part.total }))
      : [{ row: row.key, part: null, total: row.total }],
  );
  const units = unitsInSequence(
    leaves.map((leaf) => leaf.total),
    unit,
  );
  return leaves.map(({ row, part }, index) => ({ row, part, units: units[index] ?? 0 }));
}

/** The rows in whole minutes, ready to be shown. */
export function shownRows(rows: readonly TallyRow[]): ShownRow[] {
  const leaves = reportLeaves(rows, MINUTE);
  let at = 0;
  return rows.map((row) => {
    const own = leaves.slice(at, at + Math.max(1, row.parts.length));
    at += own.length;
    return {
      key: row.key,
      minutes: own.reduce((sum, leaf) => sum + leaf.units, 0),
      parts: row.parts.length > 0 ? own.map((leaf) => ({ key: leaf.part, minutes: leaf.units })) : [],
    };
  });
}

/** A share of a whole in whole per cent, cut off; less than one is still something. `—` of nothing. */
export function percent(part: number, whole: number): string {
  if (whole <= 0) return '—';
  const exact = (100 * part) / whole;
  return exact > 0 && exact < 1 ? '<1 %' : `${Math.floor(exact)} %`;
}
