import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DocumentLanguage,
  documentLanguage,
  documentLanguages,
} from '#shared/domain/document-language.ts';
import { sampleInvoice } from '#shared/domain/sample-invoice.ts';
import type { ProfileView } from '#shared/ipc/billing.ts';
import { useRead } from '../../../lib/queries.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { InvoicePreview } from '../invoice/InvoicePreview.tsx';
import classes from './SamplePreview.module.css';

/** A sample of an invoice with the details as they are being typed, from the template that prints the real ones. */
export function SamplePreview({ profile }: { readonly profile: ProfileView }) {
  const { t, i18n } = useTranslation('billing');
  const [language, setLanguage] = useState<DocumentLanguage>(documentLanguage(i18n.language));
  const { data: words } = useRead('billing.sampleWords', { language }, { keepPrevious: true });
  const { logoId, accent, paper } = profile;
  const { data: picture } = useRead('billing.logo', { logoId: logoId ?? '' }, { enabled: logoId !== null });
  const logo = logoId === null ? null : (picture ?? null);
  return (
    <Panel
      title={t('sample.title')}
      meta={t('sample.meta')}
      flush
      actions={
        <Select
          size="xs"
          aria-label={t('sample.language')}
          className={classes.language}
          data={documentLanguages.map((value) => ({ value, label: t(`languages.${value}`) }))}
          value={language}
          allowDeselect={false}
          onChange={(value) => value && setLanguage(value as DocumentLanguage)}
        />
      }
    >
      <div className={classes.room}>
        {words && (
          <InvoicePreview
            label={t('sample.frame')}
            snapshot={sampleInvoice(words, { ...profile, details: profile, look: { paper, accent, logo } })}
          />
        )}
      </div>
    </Panel>
  );
}
