import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReceiptView } from '#shared/ipc/billing-expenses.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import classes from './Expenses.module.css';

export interface ReceiptFieldProps {
  readonly value: ReceiptView | null;
  readonly onChange: (receipt: ReceiptView | null) => void;
}

/** The receipt of an expense: a picture or a PDF that is kept with it. */
export function ReceiptField({ value, onChange }: ReceiptFieldProps) {
  const { t } = useTranslation('billing');
  const choose = useWrite('billing.chooseReceipt');
  return (
    <Field
      label={t('expenses.receipt')}
      description={t('expenses.receiptText')}
      error={choose.error?.message}
    >
      <div className={classes.receipt}>
        <Button
          icon={<IconPaperclip size={16} stroke={1.5} aria-hidden />}
          busy={choose.isPending}
          onClick={() => choose.mutate(undefined, { onSuccess: (receipt) => receipt && onChange(receipt) })}
        >
          {t(value ? 'expenses.otherReceipt' : 'expenses.chooseReceipt')}
        </Button>
        {value && (
          <>
            <span className={classes.name}>{value.name}</span>
            <IconButton
              size="sm"
              label={t('expenses.removeReceipt', { name: value.name })}
              icon={<IconX size={16} stroke={1.5} aria-hidden />}
              onClick={() => onChange(null)}
            />
          </>
        )}
      </div>
    </Field>
  );
}
