import { Select } from '@mantine/core';
import { IconPaperclip, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpenseListRow } from '#shared/ipc/billing-reports.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClientName } from '../../../ui/ClientName.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { ExpenseDialog } from '../expenses/ExpenseDialog.tsx';
import { useFormat } from '../format.ts';
import { invoiceHref } from '../InvoicesTable.tsx';
import type { MoneyPlace } from './address.ts';
import type { Column, RowLink } from './list/LongTable.tsx';
import { MoneyList } from './list/MoneyList.tsx';
import { Sum } from './list/Sum.tsx';
import { byAmount } from './list/sorting.ts';
import { TabFrame } from './TabFrame.tsx';
import classes from './Tabs.module.css';

/** What was spent for all clients. */
export default function ExpensesTab({ place }: { readonly place: MoneyPlace }) {
  const { t } = useTranslation(['money', 'billing']);
  const format = useFormat();
  const { data: expenses, error, refetch } = useRead('billing.allExpenses');
  const [editing, setEditing] = useState<ExpenseListRow | null>(null);
  const [adding, setAdding] = useState(false);
  const columns = useMemo<readonly Column<ExpenseListRow>[]>(() => {
    const on = ({ billable, writtenOff, invoiceId, number }: ExpenseListRow) => {
      if (writtenOff) return t('money:states.writtenOff');
      if (invoiceId === null)
        return t(billable ? 'billing:expenses.unbilled' : 'billing:expenses.notCharged');
      return number ?? t('billing:inDraft');
    };
    return [
      {
        id: 'date',
        heading: t('billing:table.day'),
        width: 13,
        sort: ({ spentOn }) => spentOn,
        cell: ({ spentOn }) => format.date(spentOn, 'dated'),
      },
      {
        id: 'client',
        heading: t('billing:table.client'),
        width: 22,
        sort: ({ clientName }) => clientName,
        cell: ({ clientName, color }) => <ClientName name={clientName} colour={color} />,
      },
      {
        id: 'text',
        heading: t('billing:table.description'),
        width: 28,
        sort: ({ text }) => text,
        cell: (row, link) => <Opener row={row} link={link} onEdit={setEditing} />,
      },
      {
        id: 'receipt',
        heading: t('billing:expenses.receipt'),
        width: 8,
        sort: ({ hasReceipt }) => (hasReceipt ? 0 : 1),
        cell: ({ hasReceipt }) =>
          hasReceipt && (
            <IconPaperclip
              className={classes.sign}
              size={16}
              stroke={1.5}
              aria-label={t('billing:expenses.receipt')}
            />
          ),
      },
      {
        id: 'invoice',
        heading: t('billing:invoice'),
        width: 16,
        sort: on,
        cell: (row) => <span className={row.number === null ? tableStyles.muted : undefined}>{on(row)}</span>,
      },
      {
        id: 'amount',
        heading: t('billing:table.amount'),
        width: 13,
        number: true,
        sort: byAmount,
        cell: ({ amount, currency }) => (
          <span className={tableStyles.strong}>{format.money(amount, currency)}</span>
        ),
      },
    ];
  }, [t, format]);
  const states = useMemo(
    () => expenseStates.map(({ value, fits }) => ({ value, fits, label: t(`money:states.${value}`) })),
    [t],
  );
  const summary = useMemo(
    () => (rows: readonly ExpenseListRow[]) => (
      <>
        <span>{t('money:count.expenses', { count: rows.length })}</span>
        <Sum label={t('money:sum.spent')} amounts={rows} />
        <Sum label={t('money:sum.unbilled')} amounts={rows.filter(isUnbilled)} />
      </>
    ),
    [t],
  );
  return (
    <TabFrame error={error} retry={refetch} loaded={expenses !== undefined}>
      <MoneyList
        place={place}
        label={t('billing:expenses.title')}
        rows={expenses ?? []}
        columns={columns}
        date={dateOf}
        words={wordsOf}
        states={states}
        summary={summary}
        empty={{ title: t('money:empty.expenses'), text: t('money:empty.expensesText') }}
        actions={
          <Button
            size="sm"
            icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('billing:expenses.add')}
          </Button>
        }
      />
      {adding && <NewExpense onClose={() => setAdding(false)} />}
      {editing && <EditExpense row={editing} onClose={() => setEditing(null)} />}
    </TabFrame>
  );
}

/** What is on an issued invoice leads there; everything else can be changed. */
function Opener({
  row,
  link,
  onEdit,
}: {
  readonly row: ExpenseListRow;
  readonly link: RowLink;
  readonly onEdit: (row: ExpenseListRow) => void;
}) {
  if (row.invoiceId !== null && row.number !== null) {
    return (
      <a {...link} href={invoiceHref({ clientId: row.clientId, id: row.invoiceId })}>
        {row.text}
      </a>
    );
  }
  return (
    <button
      {...link}
      type="button"
      className={`${link.className} ${classes.open}`}
      onClick={() => onEdit(row)}
    >
      {row.text}
    </button>
  );
}

/** For whom is asked first: here the person comes from no client. */
function NewExpense({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('billing');
  const { data: clients } = useRead('clients.list');
  const [chosen, setChosen] = useState<string | null>(null);
  const active = clients?.filter(({ archived }) => !archived);
  const clientId = chosen ?? active?.[0]?.id;
  if (!active || clientId === undefined) return null;
  return (
    <ExpenseDialog
      clientId={clientId}
      expense={null}
      onClose={onClose}
      choice={
        <Select
          label={t('table.client')}
          data={active.map(({ id, name }) => ({ value: id, label: name }))}
          value={clientId}
          searchable
          openOnFocus={false}
          allowDeselect={false}
          data-autofocus
          onChange={(value) => value && setChosen(value)}
        />
      }
    />
  );
}

function EditExpense({ row, onClose }: { readonly row: ExpenseListRow; readonly onClose: () => void }) {
  const { data } = useRead('billing.expenses', { clientId: row.clientId });
  const expense = data?.find(({ id }) => id === row.id);
  return expense ? <ExpenseDialog clientId={row.clientId} expense={expense} onClose={onClose} /> : null;
}

const isUnbilled = ({ billable, writtenOff, number }: ExpenseListRow) =>
  billable && !writtenOff && number === null;
const expenseStates = [
  { value: 'unbilled', fits: isUnbilled },
  { value: 'billed', fits: ({ number }: ExpenseListRow) => number !== null },
  { value: 'writtenOff', fits: ({ writtenOff }: ExpenseListRow) => writtenOff },
  { value: 'notCharged', fits: ({ billable }: ExpenseListRow) => !billable },
  { value: 'noReceipt', fits: ({ hasReceipt }: ExpenseListRow) => !hasReceipt },
] as const;

const dateOf = ({ spentOn }: ExpenseListRow) => spentOn;
const wordsOf = ({ text, number }: ExpenseListRow) => `${text} ${number ?? ''}`;
