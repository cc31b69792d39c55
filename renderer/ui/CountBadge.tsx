import classes from './CountBadge.module.css';

export interface CountBadgeProps {
  readonly count: number;
  /** `overdue` is filled, `plain` is due today, `solid` is the small overlay on a collapsed rail. */
  readonly kind?: 'overdue' | 'plain' | 'solid' | 'outline';
  /** What is counted, for a screen reader: "2 overdue". */
  readonly label: string;
}

/** A count of work; nothing at zero. */
export function CountBadge({ count, kind = 'plain', label }: CountBadgeProps) {
  if (count <= 0) return null;
  return (
    <span className={classes.badge} data-kind={kind}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
