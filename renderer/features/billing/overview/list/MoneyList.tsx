import { Select, TextInput } from '@mantine/core';
import { IconListSearch, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { periodDates } from '#shared/domain/period.ts';
import { go } from '../../../../lib/addresses.ts';
import { useHere } from '../../../../lib/here.ts';
import { useKept } from '../../../../lib/kept.tsx';
import { Button } from '../../../../ui/Button.tsx';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { type MoneyPlace, moneyHref } from '../address.ts';
import { type Column, LongTable } from './LongTable.tsx';
import classes from './MoneyList.module.css';
import type { Sorting } from './sorting.ts';

export interface ListRow {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
}

export interface MoneyListProps<Row extends ListRow> {
  readonly place: MoneyPlace;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** ISO date by which a period takes a row; none where rows are about no day. */
  readonly date?: (row: Row) => string;
  /** What the search looks into. */
  readonly words: (row: Row) => string;
  readonly states?: readonly {
    readonly value: string;
    readonly label: string;
    readonly fits: (row: Row) => boolean;
  }[];
  /** How many there are, and what they come to. */
  readonly summary: (rows: readonly Row[]) => ReactNode;
  /** Least width of the table, in rem. */
  readonly least?: number;
  readonly empty: { readonly title: string; readonly text: string };
  readonly actions?: ReactNode;
}

interface Filter {
  readonly text: string;
  readonly clientId: string | null;
  readonly state: string | null;
  readonly sorting: Sorting | null;
}

const units = ['all', 'month', 'year'] as const;
const noFilter: Filter = { text: '', clientId: null, state: null, sorting: null };

/** A list across clients: what narrows it, what it comes to, and the rows. */
export function MoneyList<Row extends ListRow>(props: MoneyListProps<Row>) {
  const { place, label, rows, columns, date, words, states = [], summary, empty, actions } = props;
  const { t } = useTranslation('money');
  const { today } = useHere();
  const [filter, setFilter] = useKept<Filter>(`money.${place.tab}`, noFilter);
  const change = (part: Partial<Filter>) => setFilter({ ...filter, ...part });
  const clients = useMemo(() => {
    const names = new Map(rows.map(({ clientId, clientName }) => [clientId, clientName]));
    return [...names].map(([value, name]) => ({ value, label: name }));
  }, [rows]);
  const { clientId, state } = filter;
  const typed = useDeferredValue(filter.text.trim().toLowerCase());
  const shown = useMemo(() => {
    const dates = place.period === null ? null : periodDates(place.period);
    const fits = states.find(({ value }) => value === state)?.fits;
    return rows.filter(
      (row) =>
        (clientId === null || row.clientId === clientId) &&
        (!fits || fits(row)) &&
        (!dates || !date || (date(row) >= dates.from && date(row) <= dates.to)) &&
        (typed === '' || `${row.clientName} ${words(row)}`.toLowerCase().includes(typed)),
    );
  }, [rows, clientId, state, states, place.period, typed, date, words]);
  const sums = useMemo(() => summary(shown), [shown, summary]);
  const narrowed = typed !== '' || clientId !== null || state !== null || place.period !== null;
  const setPeriod = (period: string | null) => go(moneyHref({ tab: place.tab, period }));
  const unit = place.period === null ? 'all' : place.period.length === 4 ? 'year' : 'month';
  return (
    <div className={classes.list}>
      <search className={classes.filters} aria-label={t('list.filter')}>
        <TextInput
          className={classes.search}
          size="sm"
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
          value={filter.text}
          maxLength={200}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <Select
          className={classes.choice}
          size="sm"
          aria-label={t('list.client')}
          placeholder={t('list.allClients')}
          data={clients}
          value={clientId}
          onChange={(value) => change({ clientId: value })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('list.allClients') }}
        />
        {states.length > 0 && (
          <Select
            className={classes.choice}
            size="sm"
            aria-label={t('list.state')}
            placeholder={t('list.allStates')}
            data={states.map(({ value, label: name }) => ({ value, label: name }))}
            value={state}
            onChange={(value) => change({ state: value })}
            clearable
            clearButtonProps={{ 'aria-label': t('list.allStates') }}
          />
        )}
        {date && (
          <Select
            className={classes.choice}
            size="sm"
            aria-label={t('list.period')}
            data={units.map((value) => ({ value, label: t(`list.in.${value}`) }))}
            value={unit}
            allowDeselect={false}
            onChange={(value) => setPeriod(value === 'all' ? null : today.slice(0, value === 'year' ? 4 : 7))}
          />
        )}
        {narrowed && (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              change({ ...noFilter, sorting: filter.sorting });
              setPeriod(null);
            }}
          >
            {t('list.reset')}
          </Button>
        )}
        {actions && <div className={classes.actions}>{actions}</div>}
      </search>
      <section className={classes.panel} aria-label={label}>
        {rows.length > 0 && (
          <div className={classes.summary} role="status">
            {sums}
          </div>
        )}
        {shown.length > 0 ? (
          <LongTable
            label={label}
            columns={columns}
            {...(props.least && { least: props.least })}
            rows={shown}
            sorting={filter.sorting}
            onSorting={(sorting) => change({ sorting })}
          />
        ) : (
          <EmptyState
            icons={<IconListSearch size={22} stroke={1.5} aria-hidden />}
            title={rows.length > 0 ? t('list.noneFit') : empty.title}
          >
            {rows.length > 0 ? t('list.noneFitText') : empty.text}
          </EmptyState>
        )}
      </section>
    </div>
  );
}
