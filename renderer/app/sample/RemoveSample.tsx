import { useTranslation } from 'react-i18next';
import { go } from '../../lib/addresses.ts';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useToast } from '../../ui/feedback/Feedback.tsx';

/** Asks before the invented clients go, since that is not undone. */
export default function RemoveSample({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shell');
  const toast = useToast();
  const { refused } = useSay();
  const remove = useWrite('sample.remove');
  const { data: kept } = useRead('sample.kept');
  const run = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        onClose();
        go('#/');
        toast.show({ text: t('sample.removed'), tone: 'success' });
      },
      onError: refused,
    });
  return (
    <ConfirmDialog
      opened
      title={t('sample.title')}
      confirm={t('sample.confirm')}
      danger
      busy={remove.isPending || kept === undefined}
      onConfirm={run}
      onCancel={onClose}
    >
      {t('sample.text')} {kept ? t('sample.kept', { count: kept }) : null}
    </ConfirmDialog>
  );
}
