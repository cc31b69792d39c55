import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateIn, formatClock, formatDate, formatSpan } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import { length, spanOf } from '#shared/domain/spans.ts';
import type { EntryView } from '#shared/ipc/time.ts';
import { useWorkKinds } from '../../../lib/work-kinds.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { titleOf } from '../words.ts';
import { BilledState } from './BilledState.tsx';
import classes from './ListPane.module.css';

export interface EntryRowProps {
  readonly index: number;
  readonly count: number;
  /** Undefined while its page is read. */
  readonly entry: EntryView | undefined;
  readonly top: number;
  readonly height: number;
  readonly zone: string;
  readonly locale: string;
  readonly today: string;
  readonly now: number;
  readonly tabIndex: number;
  readonly selected: boolean;
  readonly onSelect: (id: string) => void;
  readonly onFocus: (index: number) => void;
  readonly onEdit: (entry: EntryView) => void;
}

export function EntryRow(props: EntryRowProps) {
  const { index, count, entry, top, height, zone, locale, today, now, tabIndex } = props;
  const { selected, onSelect, onFocus, onEdit } = props;
  const { t } = useTranslation('time');
  const kinds = useWorkKinds();
  const place = { top: 0, transform: `translateY(${top}px)`, height };
  if (!entry) {
    return <li className={classes.row} data-loading style={place} aria-busy="true" />;
  }
  const date = dateIn(entry.startedAt, zone);
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  const times =
    entry.endedAt === null
      ? `${formatClock(entry.startedAt, zone)}–${t('now')}`
      : formatSpan(entry.startedAt, entry.endedAt, zone, locale);
  const title = titleOf(entry);
  const sorted = [entry.category && t(`category.${entry.category}`), kinds.nameOf(entry.workKindId)]
    .filter(Boolean)
    .join(' · ');
  return (
    <li aria-setsize={count} aria-posinset={index + 1}>
      <Checkbox
        className={classes.check}
        style={place}
        size="xs"
        tabIndex={-1}
        aria-label={t('list.select', { what: title })}
        checked={selected}
        onChange={() => onSelect(entry.id)}
      />
      <button
        type="button"
        className={classes.row}
        style={place}
        data-index={index}
        data-selected={selected || undefined}
        tabIndex={tabIndex}
        onFocus={() => onFocus(index)}
        onClick={() => onEdit(entry)}
      >
        <span className={classes.date}>{formatDate(date, locale, sameYear ? 'short' : 'dated')}</span>
        <span className={classes.times}>{times}</span>
        <ClientName name={entry.clientName} colour={entry.clientColor} />
        <span className={classes.what} title={title}>
          {title === entry.clientName ? '' : title}
          {entry.note && entry.note !== title && <span className={classes.note}> · {entry.note}</span>}
        </span>
        <span className={classes.category}>{sorted}</span>
        <BilledState entry={entry} />
        <span className={classes.length}>{formatDuration(length(spanOf(entry, now)))}</span>
      </button>
    </li>
  );
}
