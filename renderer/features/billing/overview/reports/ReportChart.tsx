import { Panel } from '../../../../ui/Panel.tsx';
import { AmountChart, type AmountChartProps } from '../AmountChart.tsx';
import classes from './Reports.module.css';

interface ReportChartProps extends Omit<AmountChartProps, 'label'> {
  readonly title: string;
}

/** The chart above the table of a report, in a panel of its own. */
export function ReportChart({ title, ...chart }: ReportChartProps) {
  return (
    <Panel title={title} flush>
      <div className={classes.chart}>
        <AmountChart label={title} {...chart} />
      </div>
    </Panel>
  );
}
