import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentLanguage, documentLanguages } from '#shared/domain/document-language.ts';
import type { TaxTextView, WordedCategory } from '#shared/ipc/billing-einvoice.ts';
import { useFieldErrors } from '../../../lib/form-errors.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { LeaveGuard } from '../../../ui/LeaveGuard.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import classes from './EInvoice.module.css';

/** What invoices say about why no tax is charged, language by language. */
export function TaxTextsForm() {
  const { t, i18n } = useTranslation('billing');
  const [language, setLanguage] = useState<DocumentLanguage>(i18n.language === 'de' ? 'de' : 'en');
  const { data: texts } = useRead('billing.taxTexts', { language });
  return (
    <Panel title={t('taxTexts.title')}>
      <div className={classes.form}>
        <p className={classes.hint}>{t('taxTexts.lead')}</p>
        <div>
          <Segmented
            label={t('documentLanguage')}
            value={language}
            onChange={setLanguage}
            options={documentLanguages.map((value) => ({ value, label: t(`languages.${value}`) }))}
          />
        </div>
        {texts && <Texts key={language} language={language} texts={texts} />}
      </div>
    </Panel>
  );
}

function Texts({
  language,
  texts,
}: {
  readonly language: DocumentLanguage;
  readonly texts: readonly TaxTextView[];
}) {
  const { t } = useTranslation('billing');
  const { show } = useToast();
  const save = useWrite('billing.saveTaxTexts');
  const refused = useFieldErrors(save.error);
  const [typed, setTyped] = useState<Partial<Record<WordedCategory, string>>>({});
  const changed = texts.filter(
    ({ category, text }) => typed[category] !== undefined && typed[category] !== text,
  );
  const submit = () => {
    save.mutate(
      { language, texts: typed },
      {
        onSuccess: () => {
          setTyped({});
          show({ text: t('taxTexts.saved'), tone: 'success' });
        },
      },
    );
  };
  return (
    <Form className={classes.form} onSubmit={submit}>
      <LeaveGuard active={changed.length > 0} />
      {texts.map(({ category, text, offered }) => (
        <Textarea
          key={category}
          label={t(`tax.${category}`)}
          autosize
          minRows={1}
          maxRows={4}
          placeholder={offered || t('taxTexts.noOffer')}
          value={typed[category] ?? text}
          error={refused[`texts.${category}`]}
          onChange={(event) => setTyped({ ...typed, [category]: event.currentTarget.value })}
        />
      ))}
      <div className={classes.actions}>
        <Button type="submit" size="lg" variant="primary" busy={save.isPending}>
          {t('common:save')}
        </Button>
      </div>
    </Form>
  );
}
