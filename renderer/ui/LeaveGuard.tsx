import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useUnsaved } from './unsaved/Unsaved.tsx';

/** Asks before typed changes are left behind, by another page or with the window; staying is the safe answer. */
export function LeaveGuard({ active }: { readonly active: boolean }) {
  const { t } = useTranslation();
  useUnsaved(() => active);
  const blocker = useBlocker({ shouldBlockFn: () => active, enableBeforeUnload: false, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  return (
    <ConfirmDialog
      opened
      danger
      title={t('common:leave.title')}
      confirm={t('common:leave.go')}
      cancel={t('common:leave.stay')}
      onCancel={blocker.reset}
      onConfirm={blocker.proceed}
    >
      {t('common:leave.text')}
    </ConfirmDialog>
  );
}
