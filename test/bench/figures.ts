/** One line of the budget table. */
export interface Figure {
  readonly work: string;
  readonly unit: 'ms' | 'MB' | '%' | 'count';
  readonly values: readonly number[];
  /** The same thing done by what the budget is a multiple of, in the same run. */
  readonly baseline?: { readonly name: string; readonly values: readonly number[] };
  /** The most that is allowed: a multiple of the baseline if there is one, else in the unit. */
  readonly budget: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new Error('nothing was measured');
  return (upper + lower) / 2;
}

export function isMet({ values, baseline, budget }: Figure): boolean {
  return median(values) / (baseline ? median(baseline.values) : 1) <= budget;
}

/** The table as Markdown: work, median and number of runs, baseline, ratio, budget, met or not. */
export function table(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => {
    const { work, unit, values, baseline, budget } = figure;
    const measured = median(values);
    const held = baseline ? median(baseline.values) : null;
    return [
      work,
      `${amount(measured, unit)} (${values.length})`,
      baseline && held !== null ? `${amount(held, unit)} (${baseline.values.length}), ${baseline.name}` : '',
      held === null ? '' : (measured / held).toFixed(2),
      baseline ? `≤ ${budget} ×` : `≤ ${amount(budget, unit)}`,
      isMet(figure) ? 'met' : 'NOT MET',
    ];
  });
  const head = ['Work', 'Measured: median (runs)', 'Baseline', 'Ratio', 'Budget', ''];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function amount(value: number, unit: Figure['unit']): string {
  if (unit === 'count') return String(value);
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return unit === '%' ? `${value.toFixed(digits)} %` : `${value.toFixed(digits)} ${unit}`;
}
