import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/Button.tsx';
import { ClientName } from '../../../../ui/ClientName.tsx';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { tableStyles } from '../../../../ui/table.ts';
import { useFormat } from '../../format.ts';
import { invoiceHref } from '../../InvoicesTable.tsx';
import tables from '../../Tables.module.css';
import { LongTable } from '../list/LongTable.tsx';
import classes from './InvoicesBehind.module.css';

export interface BehindRow {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly color: number;
  /** Null of a draft. */
  readonly number: string | null;
  readonly dueDate: string;
  readonly amount: number;
  readonly currency: string;
}

export interface Behind {
  readonly title: string;
  readonly rows: readonly BehindRow[];
}

/** The invoices behind a figure; each leads to itself. */
export function InvoicesBehind({ title, rows, onClose }: Behind & { readonly onClose: () => void }) {
  const { t } = useTranslation(['billing', 'money']);
  const format = useFormat();
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      lead={t('money:count.invoices', { count: rows.length })}
      width={640}
      actions={
        <Button size="lg" onClick={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      <div className={classes.rows}>
        <LongTable
          label={title}
          rows={rows}
          least={26}
          sorting={null}
          onSorting={ignore}
          columns={[
            {
              id: 'number',
              heading: t('table.number'),
              width: 24,
              cell: (row, link) => (
                <a {...link} href={invoiceHref(row)}>
                  {row.number ?? <span className={tableStyles.muted}>{t('table.notIssued')}</span>}
                </a>
              ),
            },
            {
              id: 'client',
              heading: t('table.client'),
              width: 34,
              cell: ({ clientName, color }) => <ClientName name={clientName} colour={color} />,
            },
            {
              id: 'due',
              heading: t('table.due'),
              width: 20,
              cell: ({ dueDate }) => <span className={tables.date}>{format.date(dueDate, 'dated')}</span>,
            },
            {
              id: 'amount',
              heading: t('table.amount'),
              width: 22,
              number: true,
              cell: ({ amount, currency }) => format.money(amount, currency),
            },
          ]}
        />
      </div>
    </Dialog>
  );
}

/** The few columns keep their order: by client, oldest first. */
function ignore(): void {}
