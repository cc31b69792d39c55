import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldRow } from '../../../ui/Field.tsx';
import { ChoiceSelect } from '../form/ChoiceSelect.tsx';
import { currencyChoices, languageChoices } from '../form/choices.ts';
import type { ClientDraft } from '../form/values.ts';
import { WorkingHoursField } from '../form/WorkingHoursField.tsx';
import { ZoneField } from '../form/ZoneField.tsx';

/** Where and when the client works, and in which language and currency. */
export function WorkFields({ draft: { values, set, error } }: { readonly draft: ClientDraft }) {
  const { t, i18n } = useTranslation('clients');
  const languages = useMemo(
    () => languageChoices(values.language, i18n.language),
    [values.language, i18n.language],
  );
  const currencies = useMemo(
    () => currencyChoices(values.currency, i18n.language),
    [values.currency, i18n.language],
  );
  return (
    <>
      <FieldRow>
        <ZoneField value={values.zone} onChange={(zone) => set('zone', zone)} error={error('zone')} />
        <ChoiceSelect
          label={t('fields.language')}
          description={t('fields.languageHint')}
          choices={languages}
          value={values.language}
          onChange={(language) => set('language', language)}
          error={error('language')}
        />
        <ChoiceSelect
          label={t('fields.currency')}
          description={t('fields.currencyHint')}
          choices={currencies}
          value={values.currency}
          onChange={(currency) => set('currency', currency)}
          error={error('currency')}
        />
      </FieldRow>
      <WorkingHoursField
        value={values.workingHours}
        onChange={(hours) => set('workingHours', hours)}
        errorAt={(path) => error(`workingHours.${path}`)}
      />
    </>
  );
}
