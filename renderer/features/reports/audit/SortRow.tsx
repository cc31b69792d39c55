import { useTranslation } from 'react-i18next';
import { categories } from '#shared/domain/category.ts';
import { dateIn, formatClock, formatClockRange, formatDate } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import { length, spanOf } from '#shared/domain/spans.ts';
import type { AuditView, UnsortedEntry } from '#shared/ipc/audit.ts';
import type { AssignInput } from '#shared/ipc/time.ts';
import { useHere } from '../../../lib/here.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import classes from './Audit.module.css';
import { KindField } from './KindField.tsx';

interface SortRowProps {
  readonly entry: UnsortedEntry;
  readonly view: AuditView;
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly onAssign: (to: Omit<AssignInput, 'ids'>) => void;
}

/** One entry that lacks something, with both choices beside it. */
export function SortRow({ entry, view, active, onFocus, onAssign }: SortRowProps) {
  const { t } = useTranslation('reports');
  const { locale } = useHere();
  const client = view.clients[entry.clientId];
  const what = entry.title || entry.note || client?.clientName || '';
  const times =
    entry.endedAt === null
      ? `${formatClock(entry.startedAt, view.zone)}–${t('audit.now')}`
      : formatClockRange(entry.startedAt, entry.endedAt, view.zone);
  return (
    <li className={classes.row} data-sort tabIndex={active ? 0 : -1} aria-label={what} onFocus={onFocus}>
      <span className={classes.when}>
        {formatDate(dateIn(entry.startedAt, view.zone), locale, 'short')} <span>{times}</span>
      </span>
      <span className={classes.client}>
        <ClientName name={client?.clientName ?? ''} colour={client?.clientColor ?? 8} />
      </span>
      <span className={classes.what} title={what}>
        {what === client?.clientName ? '' : what}
        {entry.note && entry.note !== what && <span className={classes.muted}> · {entry.note}</span>}
      </span>
      <span className={classes.length}>{formatDuration(length(spanOf(entry, view.now)))}</span>
      <span className={classes.choices}>
        <Segmented
          label={t('audit.setCategory', { what })}
          value={entry.category ?? ('' as 'key')}
          onChange={(category) => onAssign({ category })}
          options={categories.map((value) => ({ value, label: t(`time:category.${value}`) }))}
        />
        <KindField
          className={classes.kind}
          value={entry.workKindId}
          onChange={(workKindId) => workKindId && onAssign({ workKindId })}
        />
      </span>
    </li>
  );
}
