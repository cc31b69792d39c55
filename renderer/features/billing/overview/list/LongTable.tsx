import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../../lib/cx.ts';
import { useRowFocus } from '../../../../ui/row-focus.ts';
import { tableStyles } from '../../../../ui/table.ts';
import tables from '../../Tables.module.css';
import classes from './LongTable.module.css';
import { nextSorting, type Sorting, type SortKey, sorted } from './sorting.ts';
import { useScroller } from './use-scroller.ts';

export interface Column<Row> {
  readonly id: string;
  readonly heading: string;
  /** Of 100; the columns share the table's width. */
  readonly width: number;
  /** Numbers stand at the right, and their largest come first. */
  readonly number?: boolean;
  readonly sort?: SortKey<Row>;
  /** `link` goes on the one thing in the row that opens it. */
  readonly cell: (row: Row, link: RowLink) => ReactNode;
}

/** Attributes of what opens a row: one tab stop for the whole table, arrows move between rows. */
export interface RowLink {
  readonly className: string | undefined;
  readonly tabIndex: number;
  readonly 'data-row': number;
  readonly onFocus: () => void;
}

interface LongTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Below so many rem the table scrolls sideways. */
  readonly least?: number;
  readonly sorting: Sorting | null;
  readonly onSorting: (sorting: Sorting | null) => void;
}

const rowRem = 1.8125;

/** A table of which only the rows in sight are drawn: five thousand cost no more than fifty. */
export function LongTable<Row extends { readonly id: string }>(props: LongTableProps<Row>) {
  const { label, columns, rows, least = 54, sorting, onSorting } = props;
  const { t, i18n } = useTranslation('money');
  const scroller = useRef<HTMLDivElement>(null);
  const focusRow = useRowFocus(scroller, 'data-row');
  const [active, setActive] = useState(0);
  const ordered = useMemo(
    () =>
      sorting
        ? sorted(rows, columns.find(({ id }) => id === sorting.by)?.sort, sorting.down, i18n.language)
        : rows,
    [rows, columns, sorting, i18n.language],
  );
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { flows, above, element } = useScroller(scroller);
  const virtual = useVirtualizer({
    count: ordered.length,
    getScrollElement: element,
    scrollMargin: above,
    estimateSize: () => rowRem * rem,
    overscan: 10,
    scrollPaddingStart: 2 * rem,
  });
  const items = virtual.getVirtualItems();
  const current = Math.min(active, Math.max(0, ordered.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).dataset.row ?? Number.NaN);
    if (Number.isNaN(at) || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = target(event.key, at, ordered.length);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    virtual.scrollToIndex(next);
    focusRow(next);
  };
  const before = (items[0]?.start ?? above) - above;
  const after = virtual.getTotalSize() + above - (items.at(-1)?.end ?? above);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links inside, caught on their way up
    <div className={classes.scroller} ref={scroller} data-flows={flows || undefined} onKeyDown={onKeyDown}>
      <table
        className={`${tableStyles.table} ${classes.table}`}
        style={{ '--least': `${least}rem` } as CSSProperties}
        aria-label={label}
        aria-rowcount={ordered.length + 1}
      >
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, heading, number = false, sort }) => (
              <th
                key={id}
                scope="col"
                className={number ? tableStyles.number : undefined}
                aria-sort={sorting?.by === id ? (sorting.down ? 'descending' : 'ascending') : undefined}
              >
                {sort ? (
                  <button
                    type="button"
                    className={classes.sort}
                    onClick={() => {
                      onSorting(nextSorting(sorting, id, number));
                      virtual.scrollToOffset(0);
                    }}
                  >
                    {heading}
                    {sorting?.by === id && <Arrow down={sorting.down} />}
                  </button>
                ) : (
                  heading || <span className="visually-hidden">{t('list.more')}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <Space height={before} columns={columns.length} />
        <tbody className={classes.rows}>
          {items.map(({ index }) => {
            const row = ordered[index];
            if (!row) return null;
            const link: RowLink = {
              className: tables.link,
              tabIndex: index === current ? 0 : -1,
              'data-row': index,
              onFocus: () => setActive(index),
            };
            return (
              <tr key={row.id} aria-rowindex={index + 2} className={tables.linked}>
                {columns.map(({ id, number, cell }) => (
                  <td key={id} className={cx(number && tableStyles.number)}>
                    {cell(row, link)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
        <Space height={after} columns={columns.length} />
      </table>
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tbody className={classes.space} aria-hidden="true">
      <tr>
        <td colSpan={columns} style={{ height }} />
      </tr>
    </tbody>
  );
}

function Arrow({ down }: { readonly down: boolean }) {
  const Icon = down ? IconChevronDown : IconChevronUp;
  return <Icon size={12} stroke={2} aria-hidden />;
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
