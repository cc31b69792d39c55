import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { proposeCode } from '#shared/domain/clients.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import { ColorField } from './ColorField.tsx';
import classes from './IdentityFields.module.css';

export interface IdentityValues {
  readonly name: string;
  readonly code: string;
  readonly color: ClientCard['color'];
}

export interface IdentityFieldsProps {
  readonly values: IdentityValues;
  readonly onChange: (changes: Partial<IdentityValues>) => void;
  readonly error: (path: string) => string | undefined;
  /** The other clients: their codes are avoided, and named when one is taken twice. */
  readonly others: readonly ClientCard[];
  /** For a new client the code follows the name until a person changes it. */
  readonly codeFollows: boolean;
}

/** Name, two-letter code and colour: how a client is recognised everywhere. */
export function IdentityFields({ values, onChange, error, others, codeFollows }: IdentityFieldsProps) {
  const { t } = useTranslation('clients');
  const twin = others.find((other) => other.code.toUpperCase() === values.code.trim().toUpperCase());
  const rename = (name: string) =>
    onChange({
      name,
      ...(codeFollows
        ? {
            code: proposeCode(
              name,
              others.map((other) => other.code),
            ),
          }
        : {}),
    });
  return (
    <>
      <div className={classes.row}>
        <TextInput
          label={t('fields.name')}
          required
          withAsterisk
          data-autofocus
          value={values.name}
          error={error('name')}
          onChange={(event) => rename(event.currentTarget.value)}
        />
        <TextInput
          label={t('fields.code')}
          value={values.code}
          error={error('code')}
          onChange={(event) => onChange({ code: event.currentTarget.value })}
        />
      </div>
      {twin && values.code.trim() !== '' && (
        <p className={classes.hint} role="status">
          {t('fields.codeTaken', { name: twin.name })}
        </p>
      )}
      <ColorField value={values.color} onChange={(color) => onChange({ color })} error={error('color')} />
    </>
  );
}
