import {
  type Expansion,
  type ExpansionLimits,
  expandSeries,
  type Series,
} from '#shared/domain/recurrence.ts';

interface Kept {
  readonly from: number;
  readonly to: number;
  readonly expansion: Expansion;
}

/** Around what was asked, so that going from week to week expands nothing anew. */
const MARGIN_MS = 42 * 86_400_000;
const MOST = 5_000;

/** Remembers expansions. A series that changes has another key, so nothing is ever out of date. */
export class SeriesCache {
  readonly #kept = new Map<string, Kept>();

  /** Places in [from, to), or in more. */
  expand(series: Series, from: number, to: number, limits: ExpansionLimits): Expansion {
    const { start } = series;
    const first = start.kind === 'date' ? start.date : `${start.at} ${start.zone}`;
    const key = `${first}\n${series.lines.join('\n')}`;
    const known = this.#kept.get(key);
    if (known && known.from <= from && known.to >= to) return known.expansion;
    const wide = { from: from - MARGIN_MS, to: to + MARGIN_MS };
    const expansion = expandSeries(series, wide.from, wide.to, limits);
    // What was cut off inside the margin may be whole inside what was asked.
    if (expansion.cutOff) return expandSeries(series, from, to, limits);
    this.#kept.delete(key);
    this.#kept.set(key, { ...wide, expansion });
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > MOST && !oldest.done) this.#kept.delete(oldest.value);
    return expansion;
  }
}
