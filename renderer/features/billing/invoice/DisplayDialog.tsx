import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currencyCodes } from '#shared/domain/currencies.ts';
import { exchangeScale, rateText } from '#shared/domain/display-currency.ts';
import { parseScaled } from '#shared/domain/money-text.ts';
import { billingContract, type InvoiceView } from '#shared/ipc/billing.ts';
import { useDraft } from '../../../lib/draft.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { useMoneyErrors } from '../errors.ts';
import { useFormat } from '../format.ts';

export interface DisplayDialogProps {
  readonly invoice: InvoiceView;
  readonly onClose: () => void;
}

/** Chooses another currency for the total, with a rate that the person found and where it is from. */
export function DisplayDialog({ invoice, onClose }: DisplayDialogProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { id: invoiceId, currency, display } = invoice;
  const save = useWrite('billing.changeDraft');
  const draft = useDraft({
    'display.currency': display?.currency ?? (null as string | null),
    'display.rate': display === null ? '' : format.decimal(display.rate),
    'display.date': (display?.date ?? invoice.issueDate) as string | null,
    'display.source': display?.source ?? '',
  });
  const errors = useMoneyErrors(draft);
  const other = draft.values['display.currency'];
  /** What is sent; null, and said beside the fields, when something is wrong with it. */
  const read = () => {
    const { 'display.date': date, 'display.source': source } = draft.values;
    const typed = parseScaled(draft.values['display.rate'], exchangeScale, format.language);
    const rate = typed.ok && typed.value > 0 ? rateText(typed.value) : '';
    const input = { invoiceId, display: { currency: other ?? '', rate, date: date ?? '', source } };
    const own = {
      ...(other === null ? { 'display.currency': t('errors:field.required') } : {}),
      ...(typed.ok ? {} : { 'display.rate': t(`errors:${typed.reason}`) }),
    };
    return errors.check(billingContract['billing.changeDraft'], input, own) ? null : input;
  };
  const submit = () => {
    const input = read();
    if (input) save.mutate(input, { onSuccess: onClose, onError: errors.refuse });
  };
  const remove = () =>
    save.mutate({ invoiceId, display: null }, { onSuccess: onClose, onError: errors.refuse });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('display.title')}
      lead={t('display.lead', { currency })}
      footnote={t('display.hint')}
      width={520}
      onSubmit={submit}
      onCheck={read}
      actions={
        <>
          {display !== null && (
            <Button size="lg" variant="quiet" onClick={remove}>
              {t('display.remove')}
            </Button>
          )}
          <FormActions onCancel={onClose} busy={save.isPending} />
        </>
      }
    >
      <FieldRow>
        <Select
          label={t('display.currency')}
          data={currencyCodes
            .filter((code) => code !== currency)
            .map((code) => ({ value: code, label: `${code} – ${format.currencyName(code)}` }))}
          value={other}
          searchable
          openOnFocus={false}
          data-autofocus
          error={draft.error('display.currency')}
          onChange={(code) => draft.set('display.currency', code)}
        />
        <TextInput
          label={t('display.rate', { from: currency, to: other ?? '…' })}
          inputMode="decimal"
          autoComplete="off"
          value={draft.values['display.rate']}
          error={draft.error('display.rate')}
          onChange={(event) => draft.set('display.rate', event.currentTarget.value)}
        />
      </FieldRow>
      <FieldRow>
        <DateField
          label={t('display.date')}
          required
          value={draft.values['display.date']}
          error={draft.error('display.date')}
          onChange={(value) => draft.set('display.date', value)}
        />
        <TextInput
          label={t('display.source')}
          placeholder={t('display.sourceExample')}
          maxLength={100}
          autoComplete="off"
          value={draft.values['display.source']}
          error={draft.error('display.source')}
          onChange={(event) => draft.set('display.source', event.currentTarget.value)}
        />
      </FieldRow>
    </Dialog>
  );
}
