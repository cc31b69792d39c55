import { IconCash, IconFilePlus, IconId } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { go, overviewHref, settingsHref } from '../../lib/addresses.ts';
import { useCommands } from '../../lib/commands/CommandsProvider.tsx';
import type { Command } from '../../lib/commands/command.ts';
import { useRead } from '../../lib/queries.ts';

const NewInvoiceDialog = lazy(async () => ({
  default: (await import('./invoice/NewInvoiceDialog.tsx')).NewInvoiceDialog,
}));

const ArchiveCard = lazy(async () => ({
  default: (await import('./overview/ArchiveCard.tsx')).ArchiveCard,
}));

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** Commands about money, wherever the person is, the dialog for a new invoice, and an archive that is being written. */
export default function BillingHost() {
  const { t } = useTranslation('billing');
  const [opened, setOpened] = useState(false);
  const path = useLocation({ select: (location) => location.pathname });
  const clientId = /^\/client\/([^/]+)\//.exec(path)?.[1] ?? null;
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'billing.newInvoice',
        label: t('newInvoice'),
        icon: <IconFilePlus {...icon} />,
        run: () => setOpened(true),
      },
      {
        id: 'billing.money',
        label: t('commands.money'),
        icon: <IconCash {...icon} />,
        run: () => go(overviewHref('money')),
      },
      {
        id: 'billing.details',
        label: t('details.title'),
        icon: <IconId {...icon} />,
        run: () => go(settingsHref('details')),
      },
    ],
    [t],
  );
  useCommands(commands);
  const { data: archive } = useRead('billing.yearArchive');
  return (
    <Suspense>
      {archive && archive.total > 0 && <ArchiveCard progress={archive} />}
      {opened && <NewInvoiceDialog clientId={clientId} onClose={() => setOpened(false)} />}
    </Suspense>
  );
}
