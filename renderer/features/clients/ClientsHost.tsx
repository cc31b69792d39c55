import { IconArchive, IconPin, IconPlus, IconTrash } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientHref, go, overviewHref } from '../../lib/addresses.ts';
import { useCommands } from '../../lib/commands/CommandsProvider.tsx';
import type { Command } from '../../lib/commands/command.ts';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { useClientDialogs } from './dialogs/use-client-dialogs.tsx';

const AddClientDialog = lazy(async () => ({
  default: (await import('./dialogs/AddClientDialog.tsx')).AddClientDialog,
}));

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** Commands about clients, and the dialogs that they open. */
export default function ClientsHost() {
  const { t } = useTranslation(['clients', 'common']);
  const [adding, setAdding] = useState(false);
  const { data: clients } = useRead('clients.list');
  const { data: info } = useRead('app.info');
  const path = useLocation({ select: (location) => location.pathname });
  const current = clients?.find((client) => path.startsWith(`/client/${client.id}/`));
  const pin = useWrite('clients.pin');
  const { undoable } = useSay();
  const { archive, remove, dialog } = useClientDialogs(() => go(overviewHref()));

  const add = useMemo<readonly Command[]>(
    () => [
      {
        id: 'clients.add',
        label: t('commands.add'),
        icon: <IconPlus {...icon} />,
        run: () => setAdding(true),
      },
    ],
    [t],
  );
  const own = useMemo<readonly Command[]>(() => {
    if (!current) return [];
    const { id: clientId, name: hint, pinned } = current;
    return [
      {
        id: 'clients.pin',
        label: t(pinned ? 'edit.unpin' : 'edit.pin'),
        hint,
        icon: <IconPin {...icon} />,
        run: () => pin.mutate({ clientId, pinned: !pinned }),
      },
      ...(current.archived
        ? []
        : [
            {
              id: 'clients.archive',
              label: t('archive.open'),
              hint,
              icon: <IconArchive {...icon} />,
              run: () => archive(current),
            },
          ]),
      {
        id: 'clients.delete',
        label: t('delete.open'),
        hint,
        icon: <IconTrash {...icon} />,
        run: () => remove(current),
      },
    ];
  }, [t, current, pin.mutate, archive, remove]);
  useCommands(add);
  useCommands(own);

  return (
    <>
      {dialog}
      <Suspense>
        {adding && clients && info && (
          <AddClientDialog
            others={clients}
            zone={info.zone}
            onClose={() => setAdding(false)}
            onAdded={(clientId, name) => {
              setAdding(false);
              undoable(t('add.done', { name }));
              go(clientHref(clientId));
            }}
          />
        )}
      </Suspense>
    </>
  );
}
