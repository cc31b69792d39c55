import { useTranslation } from 'react-i18next';
import type { CredentialCard } from '#shared/ipc/vault.ts';
import { useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useToast } from '../../ui/feedback/Feedback.tsx';
import { CredentialDialog } from './CredentialDialog.tsx';
import { SecretDialog } from './SecretDialog.tsx';

export type OpenDialog =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'secret' | 'delete'; readonly entry: CredentialCard };

export interface VaultDialogsProps {
  readonly clientId: string;
  readonly open: OpenDialog | null;
  readonly onClose: () => void;
}

/** The dialogs of the list, one at a time. */
export function VaultDialogs({ clientId, open, onClose }: VaultDialogsProps) {
  const { t } = useTranslation('vault');
  const { show } = useToast();
  const { refused } = useSay();
  const remove = useWrite('vault.delete');
  if (!open) return null;
  if (open.kind === 'add') return <CredentialDialog clientId={clientId} entry={null} onClose={onClose} />;
  const { entry } = open;
  if (open.kind === 'edit') return <CredentialDialog clientId={clientId} entry={entry} onClose={onClose} />;
  if (open.kind === 'secret') return <SecretDialog entry={entry} onClose={onClose} />;
  return (
    <ConfirmDialog
      opened
      danger
      title={t('deleteTitle', { label: entry.label })}
      confirm={t('deleteConfirm')}
      busy={remove.isPending}
      onCancel={onClose}
      onConfirm={() =>
        remove.mutate(
          { id: entry.id },
          {
            onSuccess: () => {
              onClose();
              show({ text: t('deleted', { label: entry.label }), tone: 'success' });
            },
            onError: refused,
          },
        )
      }
    >
      {t('deleteText')}
    </ConfirmDialog>
  );
}
