import { tableStyles } from '../../../../ui/table.ts';
import { useFormat } from '../../format.ts';
import classes from './Reports.module.css';

interface FigureProps {
  readonly amount: number;
  readonly currency: string;
  /** What the amount is of, for screen readers. */
  readonly label: string;
  readonly late?: boolean;
  /** Nothing stands behind it, and nothing opens. */
  readonly none: boolean;
  readonly onOpen: () => void;
}

/** An amount in a report that opens to the invoices behind it. */
export function Figure({ amount, currency, label, late = false, none, onOpen }: FigureProps) {
  const format = useFormat();
  if (none) return <span className={tableStyles.muted}>–</span>;
  const text = format.money(amount, currency);
  return (
    <button
      type="button"
      className={`${classes.behind} ${late ? classes.late : ''}`}
      aria-label={`${text}, ${label}`}
      onClick={onOpen}
    >
      {text}
    </button>
  );
}
