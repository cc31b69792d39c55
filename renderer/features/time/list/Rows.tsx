import { IconListSearch } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import type { EntryFilter, EntryView, ListView } from '#shared/ipc/time.ts';
import { call } from '../../../lib/api.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { useRowFocus } from '../../../ui/row-focus.ts';
import type { EntryActions } from '../actions.ts';
import { EntryRow } from './EntryRow.tsx';
import { emptyFilter, isNarrowed } from './filter.ts';
import classes from './ListPane.module.css';
import type { Selection } from './use-selection.ts';

export interface RowsProps {
  readonly filter: EntryFilter;
  readonly fixedClient: string | null;
  readonly selection: Selection;
  readonly onCount: (count: number) => void;
  readonly onFilter: (filter: EntryFilter) => void;
  readonly actions: EntryActions;
  readonly onEdit: (entry: EntryView) => void;
}

const pageSize = 100;
const rowRem = 2.25;

/** The rows in sight and their neighbours, read a page at a time: fifty thousand cost no more than fifty. */
export function Rows(props: RowsProps) {
  const { filter, fixedClient, selection, onCount, onFilter, actions, onEdit } = props;
  const { t } = useTranslation('time');
  const { zone, locale, today } = useHere();
  const first = useRead('time.list', { filter, offset: 0, limit: pageSize }, { keepPrevious: true });
  const count = first.data?.count ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const focusRow = useRowFocus(scroller, 'data-index');
  const [active, setActive] = useState(0);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowRem * rem,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const pages = usePages(filter, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const entryAt = (index: number) =>
    (index < pageSize ? first.data : pages.get(Math.floor(index / pageSize)))?.rows[index % pageSize];

  useEffect(() => onCount(count), [count, onCount]);
  useEffect(() => setActive((old) => Math.min(old, Math.max(0, count - 1))), [count]);

  const focus = (index: number) => {
    setActive(index);
    virtual.scrollToIndex(index);
    focusRow(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const entry = entryAt(active);
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === 'a') void selection.all();
    else if (command || event.altKey) return;
    else if (event.key === ' ' && entry) selection.toggle(entry.id);
    else if (event.key === 'Escape' && selection.ids.size > 0) selection.clear();
    else if (!moves(event) && !acts(event.key, entry)) return;
    event.preventDefault();
  };
  const moves = ({ key, shiftKey }: KeyboardEvent) => {
    const next = target(key, active, count);
    if (next === null) return false;
    if (shiftKey) {
      // Shift takes along what is left, what is reached and what is known between them.
      const [from, to] = [Math.min(active, next), Math.max(active, next)];
      selection.add(Array.from({ length: to - from + 1 }, (_, step) => entryAt(from + step)?.id ?? ''));
    }
    focus(next);
    return true;
  };
  const acts = (key: string, entry: EntryView | undefined) => {
    if (!entry) return false;
    if (key === 'Delete' || key === 'Backspace') void actions.remove([entry]);
    else if (key.toLowerCase() === 't') void actions.startAgain(entry);
    else return false;
    return true;
  };

  if (first.error) {
    return (
      <ErrorState
        title={first.error.message}
        safe={t('common:nothingLost')}
        actions={<Button onClick={() => void first.refetch()}>{t('common:retry')}</Button>}
      />
    );
  }
  if (first.data && count === 0) {
    const narrowed = isNarrowed(filter, fixedClient);
    return (
      <EmptyState
        icons={<IconListSearch size={22} stroke={1.5} aria-hidden />}
        title={t(narrowed ? 'list.noneFit' : 'list.none')}
        actions={
          narrowed && <Button onClick={() => onFilter(emptyFilter(fixedClient))}>{t('list.reset')}</Button>
        }
      >
        {t(narrowed ? 'list.noneFitTodo' : 'list.noneTodo')}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={classes.summary} role="status">
        <span>{t('list.count', { count, number: count.toLocaleString(locale) })}</span>
        <strong>{formatDuration(first.data?.total ?? 0)}</strong>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the rows inside, caught on their way up */}
      <div className={classes.scroller} ref={scroller} onKeyDown={onKeyDown}>
        <ul
          className={classes.rows}
          style={{ height: virtual.getTotalSize(), margin: 0, padding: 0, listStyle: 'none' }}
          aria-label={t('list.title')}
        >
          {items.map((item) => (
            <EntryRow
              key={item.index}
              index={item.index}
              count={count}
              entry={entryAt(item.index)}
              top={item.start}
              height={item.size}
              zone={zone}
              locale={locale}
              today={today}
              now={first.data?.now ?? 0}
              tabIndex={item.index === active ? 0 : -1}
              selected={entryAt(item.index) !== undefined && selection.ids.has(entryAt(item.index)?.id ?? '')}
              onSelect={selection.toggle}
              onFocus={setActive}
              onEdit={onEdit}
            />
          ))}
        </ul>
      </div>
    </>
  );
}

/** The pages that the rows in sight lie on, without the first, which is always there. */
function usePages(filter: EntryFilter, from: number, to: number): Map<number, ListView> {
  const numbers: number[] = [];
  for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page++) {
    if (page > 0) numbers.push(page);
  }
  return useQueries({
    queries: numbers.map((page) => {
      const input = { filter, offset: page * pageSize, limit: pageSize };
      return { queryKey: ['time.list', input], queryFn: () => call('time.list', input) };
    }),
    combine: (answers) => {
      const known = new Map<number, ListView>();
      for (const [index, answer] of answers.entries()) {
        const page = numbers[index];
        if (answer.data && page !== undefined) known.set(page, answer.data);
      }
      return known;
    },
  });
}

function target(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'PageDown') return Math.min(at + 15, count - 1);
  if (key === 'PageUp') return Math.max(at - 15, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
