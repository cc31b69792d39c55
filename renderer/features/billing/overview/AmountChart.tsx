import { roundLines } from '#shared/domain/chart-scale.ts';
import { exponentOf } from '#shared/domain/currencies.ts';
import { tip } from '../../../ui/tooltip/tip.ts';
import { useFormat } from '../format.ts';
import classes from './AmountChart.module.css';

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
  const tops = columns.map(({ amount, more = 0 }) => Math.max(0, amount) + more);
  const lines = roundLines(
    Math.min(0, ...columns.map(({ amount }) => amount)),
    Math.max(0, ...tops),
    10 ** exponentOf(currency),
  );
  const least = lines[0] ?? 0;
  const reach = (lines.at(-1) ?? 1) - least;
  const at = (amount: number) => `${(100 * (amount - least)) / reach}%`;
  const size = (amount: number) => `${(100 * Math.abs(amount)) / reach}%`;
  const texts = lines.map((line) => format.short(line, currency));
  const axis = `${0.9 + 0.43 * Math.max(...texts.map(({ length }) => length))}rem`;
  return (
    <div
      role="img"
      className={classes.figure}
      aria-label={label}
      style={{ '--axis': axis } as React.CSSProperties}
    >
      <div className={classes.axis}>
        {lines.map((line, index) => (
          <span
            key={line}
            className={classes.line}
            data-zero={line === 0 || undefined}
            style={{ bottom: at(line) }}
          >
            <span>{texts[index]}</span>
          </span>
        ))}
      </div>
      <div className={classes.columns}>
        {columns.map(({ id, label: name, name: whole, amount, more = 0, now, late }) => (
          <div
            key={id}
            className={classes.column}
            data-now={now || undefined}
            data-late={late || undefined}
            {...tip(`${whole} · ${format.money(amount, currency)}`)}
          >
            <div className={classes.field}>
              {amount !== 0 && (
                <span
                  className={classes.bar}
                  data-below={amount < 0 || undefined}
                  style={{ bottom: at(Math.min(0, amount)), height: size(amount) }}
                />
              )}
              {more > 0 && (
                <span
                  className={`${classes.bar} ${classes.more}`}
                  style={{ bottom: at(Math.max(0, amount)), height: size(more) }}
                />
              )}
            </div>
            <span className={classes.label}>{name}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
