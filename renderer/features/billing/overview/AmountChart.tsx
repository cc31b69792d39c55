import { roundLines } from '#shared/domain/chart-scale.ts';
import { exponentOf } from '#shared/domain/currencies.ts';
import { ColumnChart } from '../../../ui/chart/ColumnChart.tsx';
import { useFormat } from '../format.ts';

export interface AmountColumn {
  readonly id: string;
  /** Below the column, short; and as the tooltip says it. */
  readonly label: string;
  readonly name: string;
  /** Minor units; may be below zero. */
  readonly amount: number;
  /** What is likely to come on top. */
  readonly more?: number;
  readonly now?: boolean;
  readonly late?: boolean;
}

export interface AmountChartProps {
  /** What the picture shows, for those who do not see it; the table that stands with it says the numbers. */
  readonly label: string;
  readonly columns: readonly AmountColumn[];
  readonly currency: string;
}

/** Amounts of one currency as columns. */
export function AmountChart({ label, columns, currency }: AmountChartProps) {
  const format = useFormat();
  const lines = roundLines(
    Math.min(0, ...columns.map(({ amount }) => amount)),
    Math.max(0, ...columns.map(({ amount, more = 0 }) => Math.max(0, amount) + more)),
    10 ** exponentOf(currency),
  );
  return (
    <ColumnChart
      label={label}
      lines={lines.map((at) => ({ at, text: format.short(at, currency) }))}
      columns={columns.map(({ amount, more = 0, name, ...column }) => ({
        ...column,
        said: `${name} · ${format.money(amount, currency)}`,
        bars: [
          ...(amount === 0
            ? []
            : [
                {
                  key: 'amount',
                  from: Math.min(0, amount),
                  size: Math.abs(amount),
                  below: amount < 0,
                  top: amount > 0,
                },
              ]),
          ...(more > 0
            ? [{ key: 'more', from: Math.max(0, amount), size: more, likely: true, top: true }]
            : []),
        ],
      }))}
    />
  );
}
