import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpenseView } from '#shared/ipc/billing-expenses.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { TableHead } from '../../../ui/TableHead.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { ExpenseDialog } from './ExpenseDialog.tsx';
import { ExpenseRow } from './ExpenseRow.tsx';
import classes from './Expenses.module.css';

/** What was spent for a client, and on which invoice it is. */
export function ExpensesPanel({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('billing');
  const { data: expenses } = useRead('billing.expenses', { clientId });
  const [editing, setEditing] = useState<ExpenseView | 'new' | null>(null);
  if (!expenses) return null;
  return (
    <Panel
      title={t('expenses.title')}
      flush
      actions={
        <Button
          size="sm"
          variant="quiet"
          icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          {t('expenses.add')}
        </Button>
      }
    >
      {expenses.length === 0 ? (
        <p className={classes.empty}>{t('expenses.empty')}</p>
      ) : (
        <div className={tableStyles.scroll}>
          <table className={tableStyles.table}>
            <TableHead
              columns={[
                { label: t('table.day') },
                { label: t('table.description') },
                { label: t('table.amount'), kind: 'number' },
                { label: t('table.state') },
                { label: t('table.action'), kind: 'hidden' },
              ]}
            />
            <tbody>
              {expenses.map((expense) => (
                <ExpenseRow key={expense.id} expense={expense} onEdit={() => setEditing(expense)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && (
        <ExpenseDialog
          clientId={clientId}
          expense={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}
