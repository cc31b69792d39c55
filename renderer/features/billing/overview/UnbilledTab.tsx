import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import type { UnbilledRow } from '#shared/ipc/billing.ts';
import { clientHref } from '../../../lib/addresses.ts';
import { useRead } from '../../../lib/queries.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { tip } from '../../../ui/tooltip/tip.ts';
import { useFormat } from '../format.ts';
import type { MoneyPlace } from './address.ts';
import type { Column } from './list/LongTable.tsx';
import { MoneyList } from './list/MoneyList.tsx';
import { Sum } from './list/Sum.tsx';
import { byAmount } from './list/sorting.ts';
import { TabFrame } from './TabFrame.tsx';
import classes from './Tabs.module.css';
import { UnbilledAction } from './UnbilledAction.tsx';
import { useUnbilledWords } from './unbilled-words.ts';

type Row = UnbilledRow & { readonly id: string; readonly total: readonly Money[] };

interface UnbilledTabProps {
  readonly place: MoneyPlace;
  readonly onDraft: (clientId: string) => void;
}

/** Each client's work and expenses that are on no issued invoice. */
export default function UnbilledTab({ place, onDraft }: UnbilledTabProps) {
  const { t } = useTranslation(['money', 'billing']);
  const format = useFormat();
  const { quantity, rates } = useUnbilledWords();
  const { data: overview, error, refetch } = useRead('billing.overview');
  const rows = useMemo<readonly Row[]>(
    () =>
      (overview?.unbilled ?? []).map((row) => {
        return { ...row, id: row.clientId, total: totalsByCurrency([...row.amounts, ...row.expenses]) };
      }),
    [overview],
  );
  const amounts = (moneys: readonly Money[]) => {
    const all = format.moneys(moneys).join(' + ');
    return moneys.length > 1 ? <span {...tip(all)}>{all}</span> : all || '–';
  };
  const columns: readonly Column<Row>[] = [
    {
      id: 'client',
      heading: t('billing:table.client'),
      width: 15.5,
      sort: ({ clientName }) => clientName,
      cell: ({ clientId, clientName, color }, link) => (
        <a {...link} href={clientHref(clientId, 'money')}>
          <ClientName name={clientName} colour={color} />
        </a>
      ),
    },
    { id: 'agreement', heading: t('billing:table.agreement'), width: 15, cell: rates },
    {
      id: 'period',
      heading: t('billing:table.period'),
      width: 14.5,
      sort: ({ from }) => from ?? '9',
      cell: ({ from, to }) => (from && to ? days(from, to) : '–'),
    },
    {
      id: 'quantity',
      heading: t('billing:table.quantity'),
      width: 12,
      number: true,
      sort: ({ seconds }) => seconds,
      cell: quantity,
    },
    {
      id: 'work',
      heading: t('billing:table.work'),
      width: 10,
      number: true,
      sort: ({ amounts: work }) => byAmount(work[0]),
      cell: ({ amounts: work }) => amounts(work),
    },
    {
      id: 'expenses',
      heading: t('billing:sums.expenses'),
      width: 10,
      number: true,
      sort: ({ expenses }) => byAmount(expenses[0]),
      cell: ({ expenses }) => amounts(expenses),
    },
    {
      id: 'total',
      heading: t('billing:sums.total'),
      width: 11.5,
      number: true,
      sort: ({ total }) => byAmount(total[0]),
      cell: ({ total }) => <span className={tableStyles.strong}>{amounts(total)}</span>,
    },
    {
      id: 'action',
      heading: '',
      width: 11.5,
      number: true,
      cell: (row) => (
        <span className={classes.above}>
          <UnbilledAction row={row} onDraft={onDraft} />
        </span>
      ),
    },
  ];
  const days = (from: string, to: string) =>
    from === to ? format.date(from, 'day') : `${format.date(from, 'day')} – ${format.date(to, 'day')}`;
  const summary = useMemo(
    () => (shown: readonly Row[]) => (
      <>
        <span>{t('money:count.clients', { count: shown.length })}</span>
        <Sum label={t('billing:table.work')} amounts={shown.flatMap((row) => row.amounts)} />
        <Sum label={t('billing:sums.expenses')} amounts={shown.flatMap((row) => row.expenses)} />
        <Sum label={t('billing:sums.total')} amounts={shown.flatMap((row) => row.total)} />
      </>
    ),
    [t],
  );
  const states = useMemo(
    () => unbilledStates.map(({ value, fits }) => ({ value, fits, label: t(`money:states.${value}`) })),
    [t],
  );
  return (
    <TabFrame error={error} retry={refetch} loaded={overview !== undefined}>
      <MoneyList
        place={place}
        label={t('billing:unbilledByClient')}
        rows={rows}
        columns={columns}
        words={rates}
        least={62}
        states={states}
        summary={summary}
        empty={{ title: t('billing:empty.unbilled'), text: t('billing:empty.unbilledText') }}
      />
    </TabFrame>
  );
}

const unbilledStates = [
  { value: 'notInDraft', fits: ({ draftId, beside }: Row) => draftId === null || beside.length > 0 },
  { value: 'inDraft', fits: ({ draftId }: Row) => draftId !== null },
  { value: 'noRate', fits: ({ unpricedSeconds }: Row) => unpricedSeconds > 0 },
] as const;
