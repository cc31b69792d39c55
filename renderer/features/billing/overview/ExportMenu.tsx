import { Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { yearTables } from '#shared/ipc/billing-exports.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { tip } from '../../../ui/tooltip/tip.ts';
import { useSayError } from '../errors.ts';

/** What of the money can be saved to a file; `year` (`YYYY`) is that of the view. */
export function ExportMenu({ year }: { readonly year: string }) {
  const { t } = useTranslation(['money', 'billing']);
  const { show } = useToast();
  const onError = useSayError();
  const list = useWrite('billing.saveInvoicesCsv');
  const table = useWrite('billing.saveYearTable');
  const archive = useWrite('billing.saveYearArchive');
  const { data: running } = useRead('billing.yearArchive');
  const onSuccess = ({ saved }: { readonly saved: boolean }) =>
    void (saved && show({ text: t('export.saved'), tone: 'success' }));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          icon={<IconDownload size={16} stroke={1.5} aria-hidden />}
          iconWhenNarrow
          {...tip(t('billing:export'))}
          busy={list.isPending || table.isPending}
        >
          {t('billing:export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => list.mutate({ clientId: null }, { onError, onSuccess })}>
          {t('export.list')}
        </Menu.Item>
        {yearTables.map((one) => (
          <Menu.Item key={one} onClick={() => table.mutate({ year, table: one }, { onError, onSuccess })}>
            {t(`export.${one}`, { year })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          disabled={Boolean(running) || archive.isPending}
          // It goes on while another view is open, and is told there.
          onClick={() => void archive.mutateAsync({ year }).then(onSuccess, onError)}
        >
          {t('export.archive', { year })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
