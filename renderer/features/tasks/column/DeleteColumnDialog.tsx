import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnRow } from '#shared/ipc/board.ts';
import { call } from '../../../lib/api.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';

export interface DeleteColumnDialogProps {
  readonly column: ColumnRow;
  readonly others: readonly ColumnRow[];
  readonly onClose: () => void;
}

/** Asks where the cards of a column go before it is deleted. */
export function DeleteColumnDialog({ column, others, onClose }: DeleteColumnDialogProps) {
  const { t } = useTranslation('tasks');
  const say = useSay();
  const [cardsTo, setCardsTo] = useState(others[0]?.id ?? null);
  const remove = async () => {
    onClose();
    try {
      await call('board.deleteColumn', { id: column.id, ...(cardsTo ? { cardsTo } : {}) });
      say.undoable(t('deleteColumn.done', { name: column.name }));
    } catch (error) {
      say.refused(error);
    }
  };
  return (
    <Dialog
      opened
      disposable
      onClose={onClose}
      onSubmit={() => void remove()}
      title={t('deleteColumn.title', { name: column.name })}
      lead={column.count > 0 ? t('deleteColumn.lead', { count: column.count }) : t('deleteColumn.empty')}
      width={440}
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="lg" variant="danger" type="submit">
            {t('column.delete')}
          </Button>
        </>
      }
    >
      {column.count > 0 && (
        <Select
          label={t('deleteColumn.cardsTo')}
          value={cardsTo}
          onChange={setCardsTo}
          data={others.map((other) => ({ value: other.id, label: other.name }))}
          allowDeselect={false}
        />
      )}
    </Dialog>
  );
}
