import type { CSSProperties } from 'react';
import { tip } from '../tooltip/tip.ts';
import classes from './ColumnChart.module.css';

export interface ChartBar {
  readonly key: string;
  /** Where it begins and how far it reaches from there, in the chart's own unit; both grow upwards. */
  readonly from: number;
  readonly size: number;
  /** A CSS colour; otherwise the chart's own. */
  readonly color?: string;
  /** Hangs from the zero line. */
  readonly below?: boolean;
  /** Not there yet: drawn as an outline. */
  readonly likely?: boolean;
  /** Nothing of the column stands above it. */
  readonly top?: boolean;
}

export interface ChartColumn {
  readonly id: string;
  /** Below the column; may be empty. */
  readonly label: string;
  /** What pointing at it says. */
  readonly said?: string;
  readonly now?: boolean;
  readonly late?: boolean;
  readonly bars: readonly ChartBar[];
}

export interface ColumnChartProps {
  /** What the picture shows, for those who do not see it; a table that stands with it says the numbers. */
  readonly label: string;
  /** The lines across with their texts, lowest first; the chart reaches from the first to the last. */
  readonly lines: readonly { readonly at: number; readonly text: string }[];
  readonly columns: readonly ChartColumn[];
}

/** Figures as columns over lines; one picture to a screen reader. */
export function ColumnChart({ label, lines, columns }: ColumnChartProps) {
  const least = lines[0]?.at ?? 0;
  const reach = (lines.at(-1)?.at ?? 1) - least || 1;
  const at = (value: number) => `${(100 * (value - least)) / reach}%`;
  const axis = `${0.9 + 0.43 * Math.max(...lines.map(({ text }) => text.length))}rem`;
  return (
    <div role="img" className={classes.figure} aria-label={label} style={{ '--axis': axis } as CSSProperties}>
      <div className={classes.axis}>
        {lines.map((line) => (
          <span
            key={line.at}
            className={classes.line}
            data-zero={line.at === 0 || undefined}
            style={{ bottom: at(line.at) }}
          >
            <span>{line.text}</span>
          </span>
        ))}
      </div>
      <div className={classes.columns}>
        {columns.map(({ id, label: name, said, now, late, bars }) => (
          <div
            key={id}
            className={classes.column}
            data-now={now || undefined}
            data-late={late || undefined}
            {...(said ? tip(said) : {})}
          >
            <div className={classes.field}>
              {bars.map(({ key, from, size, color, below, likely, top }) => (
                <span
                  key={key}
                  className={classes.bar}
                  data-below={below || undefined}
                  data-likely={likely || undefined}
                  data-top={top || undefined}
                  style={{
                    bottom: at(from),
                    height: `${(100 * size) / reach}%`,
                    ...(color ? { background: color } : {}),
                  }}
                />
              ))}
            </div>
            <span className={classes.label}>{name}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
