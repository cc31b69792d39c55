import { useTranslation } from 'react-i18next';
import type { ClientCard } from '#shared/ipc/clients.ts';
import { useWrite } from '../../../lib/queries.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { FormProblem } from '../form/FormProblem.tsx';

export interface ArchiveClientDialogProps {
  readonly client: Pick<ClientCard, 'id' | 'name'>;
  readonly onClose: () => void;
  readonly onArchived: () => void;
}

/** Says what archiving does before it does it. */
export function ArchiveClientDialog({ client, onClose, onArchived }: ArchiveClientDialogProps) {
  const { t } = useTranslation(['clients', 'common']);
  const archive = useWrite('clients.archive');
  return (
    <ConfirmDialog
      opened
      title={t('archive.title', { name: client.name })}
      confirm={t('archive.submit')}
      cancel={t('common:cancel')}
      busy={archive.isPending}
      onCancel={onClose}
      onConfirm={() => archive.mutate({ clientId: client.id }, { onSuccess: onArchived })}
    >
      {t('archive.text')}
      <FormProblem error={archive.error} />
    </ConfirmDialog>
  );
}
