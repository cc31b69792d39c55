import { useTranslation } from 'react-i18next';
import type { AccountView } from '#shared/ipc/accounts.ts';
import { useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

interface RemoveAccountDialogProps {
  readonly account: AccountView | null;
  readonly onClose: () => void;
}

/** Says what goes and what stays before an account is removed. */
export function RemoveAccountDialog({ account, onClose }: RemoveAccountDialogProps) {
  const { t } = useTranslation(['settings', 'common']);
  const { refused } = useSay();
  const remove = useWrite('accounts.remove');
  if (!account) return null;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('accounts.removeTitle', { email: account.email })}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="danger"
            busy={remove.isPending}
            onClick={() =>
              remove.mutate(
                { accountId: account.id },
                {
                  onSuccess: onClose,
                  onError: refused,
                },
              )
            }
          >
            {t('accounts.remove')}
          </Button>
        </>
      }
    >
      {t('accounts.removeText')}
    </Dialog>
  );
}
