import { Select, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countryCodes } from '#shared/domain/countries.ts';
import { countryName, isStructured, type PostalAddress } from '#shared/domain/postal.ts';
import { FieldRow } from '../../ui/Field.tsx';
import { useFormat } from './format.ts';

/** An address as it is being typed: `lines` is its street, or all of it while post code and town are empty. */
export interface TypedPlace {
  readonly lines: string;
  readonly postcode: string;
  readonly city: string;
  readonly region: string;
  readonly country: string;
}

type StoredPlace = PostalAddress & { readonly address: string };

export function typedPlace(stored: StoredPlace): TypedPlace {
  const { street, address, postcode, city, region, country } = stored;
  return { lines: isStructured(stored) ? street : address, postcode, city, region, country };
}

/** What is stored of it: its parts, or one piece of text when they are not told apart. */
export function storedPlace({ lines, ...parts }: TypedPlace): StoredPlace {
  return isStructured(parts)
    ? { ...parts, street: lines, address: '' }
    : { ...parts, street: '', address: lines };
}

export interface PlaceFieldsProps {
  readonly value: TypedPlace;
  readonly onChange: (name: keyof TypedPlace, value: string) => void;
  readonly error: (path: string) => string | undefined;
}

/** The parts of an address. */
export function PlaceFields({ value, onChange, error }: PlaceFieldsProps) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const countries = useMemo(
    () =>
      countryCodes
        .map((code) => ({ value: code, label: countryName(code, language) }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
    [language],
  );
  const field = (name: keyof TypedPlace) => ({
    value: value[name],
    autoComplete: 'off',
    error: error(name),
    onChange: (event: { currentTarget: { value: string } }) => onChange(name, event.currentTarget.value),
  });
  return (
    <>
      <Textarea
        label={t('place.address')}
        description={t('place.addressText')}
        autosize
        minRows={2}
        maxRows={8}
        {...field('lines')}
        error={error('street') ?? error('address')}
      />
      <FieldRow>
        <TextInput label={t('place.postcode')} {...field('postcode')} />
        <TextInput label={t('place.city')} {...field('city')} />
      </FieldRow>
      <FieldRow>
        <TextInput label={t('place.region')} {...field('region')} />
        <Select
          label={t('place.country')}
          data={countries}
          value={value.country || null}
          placeholder={t('place.noCountry')}
          searchable
          clearable
          selectFirstOptionOnChange
          nothingFoundMessage={t('place.noneFound')}
          error={error('country')}
          onChange={(code) => onChange('country', code ?? '')}
        />
      </FieldRow>
    </>
  );
}
