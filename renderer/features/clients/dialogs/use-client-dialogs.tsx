import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientCard } from '#shared/ipc/clients.ts';
import { useSay } from '../../../lib/say.ts';

type Named = Pick<ClientCard, 'id' | 'name' | 'archived'>;

export interface ClientDialogs {
  readonly archive: (client: Named) => void;
  readonly remove: (client: Named) => void;
  /** To be rendered by the caller. */
  readonly dialog: ReactNode;
}

const ArchiveClientDialog = lazy(async () => ({
  default: (await import('./ArchiveClientDialog.tsx')).ArchiveClientDialog,
}));
const DeleteClientDialog = lazy(async () => ({
  default: (await import('./DeleteClientDialog.tsx')).DeleteClientDialog,
}));

/** The two dialogs about a client as a whole. `onGone`: the client left the rail. */
export function useClientDialogs(onGone?: () => void): ClientDialogs {
  const { t } = useTranslation(['clients', 'common']);
  const [open, setOpen] = useState<{ readonly kind: 'archive' | 'remove'; readonly client: Named } | null>(
    null,
  );
  const { undoable } = useSay();
  const close = () => setOpen(null);
  const done = (text: string) => {
    close();
    undoable(text);
    onGone?.();
  };
  const archive = useCallback((client: Named) => setOpen({ kind: 'archive', client }), []);
  const remove = useCallback((client: Named) => setOpen({ kind: 'remove', client }), []);
  const dialog = open && (
    <Suspense>
      {open.kind === 'archive' ? (
        <ArchiveClientDialog
          client={open.client}
          onClose={close}
          onArchived={() => done(t('archive.done', { name: open.client.name }))}
        />
      ) : (
        <DeleteClientDialog
          client={open.client}
          onClose={close}
          onArchive={open.client.archived ? undefined : () => archive(open.client)}
          onDeleted={() => done(t('delete.done', { name: open.client.name }))}
        />
      )}
    </Suspense>
  );
  return { archive, remove, dialog };
}
