import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { InvoicesTable } from '../InvoicesTable.tsx';
import { moneyHref } from './address.ts';
import { invoiceStates } from './invoice-states.ts';
import classes from './MoneyScreen.module.css';

/** So many stand on the overview; the tab has them all. */
const shown = 12;

/** The newest invoices, drafts first, and the way to all of them. */
export function RecentInvoices() {
  const { t } = useTranslation(['billing', 'money']);
  const { today } = useHere();
  const [state, setState] = useState<string | null>(null);
  const { data: invoices } = useRead('billing.invoices', { clientId: null });
  const fitting = useMemo(() => {
    const fits = invoiceStates.find(({ value }) => value === state)?.fits;
    return fits ? invoices?.filter(fits) : invoices;
  }, [invoices, state]);
  if (!invoices || !fitting) return null;
  const states = [null, ...invoiceStates.map(({ value }) => value)];
  const label = (value: (typeof states)[number]) =>
    t(value ? `money:states.${value}` : 'money:list.allStates');
  return (
    <Panel
      title={t('invoices')}
      actions={
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="sm" variant="quiet">
              {label(states.find((value) => value === state) ?? null)}
              <IconChevronDown className={classes.chevron} size={14} stroke={1.5} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {states.map((value) => (
              <Menu.Item key={value} onClick={() => setState(value)}>
                {label(value)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
      flush
    >
      {fitting.length > 0 ? (
        <InvoicesTable invoices={fitting.slice(0, shown)} year={today.slice(0, 4)} withClient />
      ) : (
        <EmptyState title={invoices.length > 0 ? t('money:list.noneFit') : t('empty.invoices')}>
          {invoices.length > 0 ? t('money:list.noneFitText') : t('empty.invoicesText')}
        </EmptyState>
      )}
      {fitting.length > shown && (
        <p className={classes.all}>
          <a href={moneyHref({ tab: 'invoices', period: null })}>
            {t('money:allInvoices', { count: invoices.length })}
          </a>
        </p>
      )}
    </Panel>
  );
}
