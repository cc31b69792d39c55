import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClientColor, clientColors } from '#shared/domain/clients.ts';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { Field } from '../../../ui/Field.tsx';
import { tip } from '../../../ui/tooltip/tip.ts';
import classes from './ColorField.module.css';

export interface ColorFieldProps {
  readonly value: ClientColor;
  readonly onChange: (value: ClientColor) => void;
  readonly error?: string | undefined;
}

/** Eight colours, each with its shape; native radios, so arrow keys move through them. */
export function ColorField({ value, onChange, error }: ColorFieldProps) {
  const { t } = useTranslation('clients');
  const name = useId();
  return (
    <Field label={t('fields.color')} error={error}>
      <div role="radiogroup" aria-label={t('fields.color')} className={classes.row}>
        {clientColors.map((color) => (
          <label
            key={color}
            className={classes.swatch}
            data-active={color === value || undefined}
            {...tip(t(`colors.${color}`))}
          >
            <input
              type="radio"
              className={classes.radio}
              name={name}
              checked={color === value}
              onChange={() => onChange(color)}
              aria-label={t(`colors.${color}`)}
            />
            <ClientMark colour={color} size={16} />
          </label>
        ))}
      </div>
    </Field>
  );
}
