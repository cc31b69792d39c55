import { Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyCodes } from '#shared/domain/currencies.ts';
import { type DocumentLanguage, documentLanguages } from '#shared/domain/document-language.ts';
import { type TaxCategory, taxCategories } from '#shared/domain/invoice.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { formatScaled, parseScaled } from '#shared/domain/money-text.ts';
import { usualRate } from '#shared/domain/tax-regimes/index.ts';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { useFieldErrors } from '../../../lib/form-errors.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { OwnTaxHint } from '../einvoice/OwnTaxHint.tsx';
import { TaxProposalHint } from '../einvoice/TaxProposalHint.tsx';
import { useFormat } from '../format.ts';
import classes from './Invoice.module.css';
import { useRefusedDates } from './use-refused-dates.ts';
import { useTyped } from './use-typed.ts';

/** Number to come, dates, language and tax of a draft. */
export function InvoiceFields({
  invoice,
  onWrong,
}: {
  readonly invoice: InvoiceView;
  /** Whether a field holds something that was refused; what would be issued is something else then. */
  readonly onWrong: (wrong: boolean) => void;
}) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const change = useWrite('billing.changeDraft');
  const errors = useFieldErrors(change.error);
  const { id: invoiceId, tax } = invoice;
  const isCredit = invoice.kind === 'credit_note';
  const [rateProblem, setRateProblem] = useState<string | null>(null);
  const { data: profile } = useRead('billing.profile');
  /** Chosen while nobody knows the rate: it is saved with the rate that is typed. */
  const [asksRate, setAsksRate] = useState(false);
  const charged = asksRate || tax.category === 'standard';
  const saved = asksRate ? '' : formatScaled(tax.rate, taxRateScale, format.language);
  const rate = useTyped(saved, (text) => {
    const read = parseScaled(text.replace('%', ''), taxRateScale, format.language);
    const problem = !read.ok || read.value < 0 || read.value > 100_000 ? 'percent' : 'percentAbove';
    const ok = read.ok && read.value > 0 && read.value <= 100_000;
    setRateProblem(ok ? null : t(`errors:field.${problem}`));
    if (!ok) return false;
    setAsksRate(false);
    change.mutate(
      { invoiceId, tax: { category: 'standard', rate: read.value } },
      { onError: () => rate.type(text) },
    );
    return true;
  });
  const dates = useRefusedDates(invoiceId);
  const wrong = dates.wrong || rateProblem !== null || asksRate || errors['tax.rate'] !== undefined;
  useEffect(() => {
    onWrong(wrong);
    return () => onWrong(false);
  }, [wrong, onWrong]);
  const setCategory = (category: TaxCategory) => {
    setRateProblem(null);
    rate.cancel();
    const usual = category === 'standard' && profile ? usualRate(profile, invoice.issueDate) : 0;
    setAsksRate(usual === null);
    if (usual !== null) change.mutate({ invoiceId, tax: { category, rate: usual } });
  };
  return (
    <div className={classes.fields}>
      <TextInput label={t('onIssue')} value={invoice.number} readOnly disabled />
      <DateField
        label={t('issueDate')}
        value={dates.refused.issueDate?.value ?? invoice.issueDate}
        required
        error={dates.refused.issueDate?.why}
        onChange={(issueDate) => issueDate && dates.set({ issueDate })}
      />
      {!isCredit && (
        <DateField
          label={t('table.due')}
          value={dates.refused.dueDate?.value ?? invoice.dueDate}
          required
          error={dates.refused.dueDate?.why}
          onChange={(dueDate) => dueDate && dates.set({ dueDate })}
        />
      )}
      <Select
        label={t('documentLanguage')}
        data={documentLanguages.map((value) => ({ value, label: t(`languages.${value}`) }))}
        value={invoice.language}
        allowDeselect={false}
        onChange={(value) => value && change.mutate({ invoiceId, language: value as DocumentLanguage })}
      />
      {!isCredit && invoice.lines.length === 0 && (
        <Select
          label={t('currency')}
          data={currencyCodes as string[]}
          value={invoice.currency}
          searchable
          openOnFocus={false}
          allowDeselect={false}
          error={errors.currency}
          onChange={(currency) => currency && change.mutate({ invoiceId, currency })}
        />
      )}
      {!isCredit && (
        <Select
          label={t('tax.label')}
          data={taxCategories.map((value) => ({ value, label: t(`tax.${value}`) }))}
          value={charged ? 'standard' : tax.category}
          allowDeselect={false}
          onChange={(value) => value && setCategory(value as TaxCategory)}
        />
      )}
      {!isCredit && charged && (
        <TextInput
          label={t('tax.rate')}
          inputMode="decimal"
          value={rate.value}
          error={rateProblem ?? errors['tax.rate']}
          onChange={(event) => {
            setRateProblem(null);
            rate.type(event.currentTarget.value);
          }}
          onBlur={rate.finish}
          onKeyDown={(event) => event.key === 'Enter' && rate.finish()}
        />
      )}
      {!isCredit && <OwnTaxHint invoice={invoice} />}
      {!isCredit && <TaxProposalHint invoice={invoice} />}
    </div>
  );
}
