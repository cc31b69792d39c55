import { useTranslation } from 'react-i18next';
import type { RepricedGroup } from '#shared/ipc/billing-agreements.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { RepricedTable } from './RepricedTable.tsx';

interface RemoveTermsDialogProps {
  /** Unbilled work that loses its price. */
  readonly work: readonly RepricedGroup[];
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Asks before terms go that work which is done was priced by. */
export function RemoveTermsDialog({ work, onRemove, onClose }: RemoveTermsDialogProps) {
  const { t } = useTranslation('billing');
  const count = work.reduce((sum, { entries }) => sum + entries, 0);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('removingTerms.title')}
      lead={t('removingTerms.lead', { count })}
      width={600}
      actions={
        <>
          <Button size="lg" onClick={onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button
            size="lg"
            variant="danger"
            onClick={() => {
              onClose();
              onRemove();
            }}
          >
            {t('removingTerms.do')}
          </Button>
        </>
      }
    >
      <RepricedTable groups={work} priceThen={t('removingTerms.then')} />
    </Dialog>
  );
}
