import { Menu } from '@mantine/core';
import { IconCashBanknoteOff, IconDotsVertical, IconMail, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/domain/clock-format.ts';
import type { PaymentView } from '#shared/ipc/billing-payments.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useSayError } from '../errors.ts';
import { InvoiceState } from '../InvoiceState.tsx';
import { AccountRows } from './AccountRows.tsx';
import { PaymentDialog } from './PaymentDialog.tsx';
import { settledOn } from './settled-on.ts';
import { WriteOffDialog } from './WriteOffDialog.tsx';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** What came in for an issued invoice, what was taken back or given up, and what can be done about the rest. */
export function AccountPanel({ invoiceId }: { readonly invoiceId: string }) {
  const { t } = useTranslation('billing');
  const { show } = useToast();
  const sayError = useSayError();
  const { data: account } = useRead('billing.account', { invoiceId });
  const { data: info } = useRead('app.info');
  const remind = useWrite('billing.draftReminder');
  const [editing, setEditing] = useState<PaymentView | 'new' | null>(null);
  const [writingOff, setWritingOff] = useState(false);
  if (!account || !info) return null;
  const { standing, currency, gross } = account;
  const today = dateIn(info.now, info.zone);
  const late = standing.status === 'overdue';
  return (
    <Panel
      title={t('account.title')}
      meta={
        <InvoiceState
          invoice={{ kind: 'invoice', standing, settledOn: settledOn(account), gross, currency }}
          year={today.slice(0, 4)}
        />
      }
      actions={
        <>
          <Button size="sm" icon={<IconPlus {...icon} />} onClick={() => setEditing('new')}>
            {t('account.add')}
          </Button>
          {late && (
            <Button
              size="sm"
              icon={<IconMail {...icon} />}
              busy={remind.isPending}
              onClick={() =>
                remind.mutate(
                  { invoiceId },
                  {
                    onError: sayError,
                    onSuccess: ({ addressed }) =>
                      void show({
                        text: t('account.reminded'),
                        ...(addressed ? { tone: 'success' } : { detail: t('noRecipient') }),
                      }),
                  },
                )
              }
            >
              {t('account.remind')}
            </Button>
          )}
          {standing.open > 0 && (
            <Menu position="bottom-end">
              <Menu.Target>
                <IconButton size="sm" label={t('account.more')} icon={<IconDotsVertical {...icon} />} />
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconCashBanknoteOff {...icon} />}
                  onClick={() => setWritingOff(true)}
                >
                  {t('account.writeOff')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
      flush
    >
      <AccountRows account={account} invoiceId={invoiceId} onEdit={setEditing} />
      {editing && (
        <PaymentDialog
          invoiceId={invoiceId}
          account={account}
          today={today}
          payment={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {writingOff && (
        <WriteOffDialog invoiceId={invoiceId} account={account} onClose={() => setWritingOff(false)} />
      )}
    </Panel>
  );
}
