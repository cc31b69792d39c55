/**
 * Rounds a table of whole numbers to multiples of `unit` so that what is shown adds up both ways: every cell,
 * every row's sum, every column's sum and the grand total is the exact one rounded up or down, never further.
 * Remainders are pushed around closed loops of cells, alternating plus and minus, until none is left
 * (L. H. Cox, "A constructive procedure for unbiased controlled rounding", 1987). Answers multiples of `unit`.
 */
export function roundTable(table: readonly (readonly number[])[], unit: number): number[][] {
  const columns = table[0]?.length ?? 0;
  const work = withSlack(table, unit);
  for (let loop = findLoop(work, unit); loop; loop = findLoop(work, unit)) push(work, loop, unit);
  return work.slice(0, table.length).map((row) => row.slice(0, columns));
}

/** One more row and column whose remainders make every sum a multiple of the unit. */
function withSlack(table: readonly (readonly number[])[], unit: number): number[][] {
  const lift = (sum: number) => (unit - (sum % unit)) % unit;
  const rows = table.map((row) => [...row, lift(sumOf(row))]);
  const width = rows[0]?.length ?? 1;
  const last = Array.from({ length: width }, (_, index) => lift(sumOf(rows.map((row) => row[index] ?? 0))));
  return [...rows, last];
}

type Place = readonly [row: number, column: number];

/** A closed loop of cells with remainders that turns a corner at each; null when every cell is whole. */
function findLoop(work: readonly (readonly number[])[], unit: number): Place[] | null {
  const open = (row: number, column: number) => (work[row]?.[column] ?? 0) % unit !== 0;
  const start = firstOpen(work, open);
  if (!start) return null;
  const path: Place[] = [start];
  for (;;) {
    const [row, column] = path.at(-1) as Place;
    const alongRow = path.length % 2 === 1;
    const next = alongRow
      ? ([row, otherIndex(work[row]?.length ?? 0, column, (index) => open(row, index))] as const)
      : ([otherIndex(work.length, row, (index) => open(index, column)), column] as const);
    const line = (place: Place) => (alongRow ? place[1] : place[0]);
    // The step that would come after `next` leaves along the other direction; a cell met before on that line closes the loop.
    const met = path.findIndex(
      (place, index) => index % 2 === (alongRow ? 0 : 1) && line(place) === line(next),
    );
    path.push(next);
    if (met >= 0) return path.slice(met);
  }
}

/** Adds and takes away in turn what brings at least one cell of the loop to a whole. */
function push(work: number[][], loop: readonly Place[], unit: number): void {
  const rest = ([row, column]: Place) => (work[row]?.[column] ?? 0) % unit;
  const up = loop.filter((_, index) => index % 2 === 0);
  const down = loop.filter((_, index) => index % 2 === 1);
  const amount = Math.min(...up.map((place) => unit - rest(place)), ...down.map(rest));
  for (const [row, column] of up) add(work, row, column, amount);
  for (const [row, column] of down) add(work, row, column, -amount);
}

function add(work: number[][], row: number, column: number, amount: number): void {
  const line = work[row];
  if (line) line[column] = (line[column] ?? 0) + amount;
}

function firstOpen(
  work: readonly (readonly number[])[],
  open: (row: number, column: number) => boolean,
): Place | null {
  for (const [row, line] of work.entries()) {
    const column = line.findIndex((_, index) => open(row, index));
    if (column >= 0) return [row, column];
  }
  return null;
}

/** Any other open index on a line; sums being whole, an open cell is never alone on its line. */
function otherIndex(size: number, not: number, open: (index: number) => boolean): number {
  for (let index = 0; index < size; index++) if (index !== not && open(index)) return index;
  throw new Error('a line with a single remainder cannot have a whole sum');
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
