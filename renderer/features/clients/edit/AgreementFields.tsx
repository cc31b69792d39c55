import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clientStates } from '#shared/domain/clients.ts';
import { formatDuration, parseDuration } from '#shared/domain/duration.ts';
import { Field, FieldRow } from '../../../ui/Field.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import type { ClientDraft } from '../form/values.ts';

/** What was agreed: state, answer time, dates of the contract and of confidentiality. */
export function AgreementFields({ draft: { values, set, error } }: { readonly draft: ClientDraft }) {
  const { t } = useTranslation('clients');
  const tidy = () => {
    const milliseconds = parseDuration(values.responseText);
    if (milliseconds !== null) set('responseText', formatDuration(milliseconds));
  };
  return (
    <>
      <Field label={t('fields.state')} description={t('fields.stateHint')} error={error('state')}>
        <Segmented
          label={t('fields.state')}
          options={clientStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
          value={values.state}
          onChange={(state) => set('state', state)}
        />
      </Field>
      <FieldRow>
        <TextInput
          label={t('fields.response')}
          description={t('fields.responseHint')}
          placeholder="4h"
          value={values.responseText}
          error={error('responseText')}
          onChange={(event) => set('responseText', event.currentTarget.value)}
          onBlur={tidy}
        />
        <DateField
          label={t('fields.confidentialUntil')}
          description={t('fields.confidentialHint')}
          placeholder={t('fields.noDate')}
          value={values.confidentialUntil}
          onChange={(date) => set('confidentialUntil', date)}
          error={error('confidentialUntil')}
        />
      </FieldRow>
      <FieldRow>
        <DateField
          label={t('fields.contractStart')}
          placeholder={t('fields.noDate')}
          value={values.contractStart}
          onChange={(date) => set('contractStart', date)}
          error={error('contractStart')}
        />
        <DateField
          label={t('fields.contractEnd')}
          placeholder={t('fields.noDate')}
          value={values.contractEnd}
          onChange={(date) => set('contractEnd', date)}
          error={error('contractEnd')}
        />
      </FieldRow>
    </>
  );
}
