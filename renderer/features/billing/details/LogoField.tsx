import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { sizeText } from '../../../lib/size.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useFormat } from '../format.ts';
import classes from './LogoField.module.css';

export interface LogoFieldProps {
  /** The stored picture; null for none. */
  readonly value: string | null;
  readonly onChange: (logoId: string | null) => void;
  readonly error?: string | undefined;
}

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** The picture at the head of invoices; it is saved with the other details. */
export function LogoField({ value, onChange, error }: LogoFieldProps) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const choose = useWrite('billing.chooseLogo');
  const { data: logo } = useRead('billing.logo', { logoId: value ?? '' }, { enabled: value !== null });
  const shown = value === null ? undefined : logo;
  return (
    <Field label={t('logo.label')} description={t('logo.text')} error={choose.error?.message ?? error}>
      <div className={classes.logo}>
        {shown && (
          <>
            <img className={classes.picture} src={shown.url} alt={t('logo.picture', { name: shown.name })} />
            <div className={classes.facts}>
              <span className={classes.name}>{shown.name}</span>
              <span className="tabular">
                {t('logo.facts', {
                  width: shown.width,
                  height: shown.height,
                  size: sizeText(shown.size, language),
                })}
              </span>
            </div>
          </>
        )}
        <div className={classes.ways}>
          <Button
            icon={<IconPhoto {...icon} />}
            busy={choose.isPending}
            onClick={() => choose.mutate(undefined, { onSuccess: (chosen) => chosen && onChange(chosen.id) })}
          >
            {t(value === null ? 'logo.choose' : 'logo.other')}
          </Button>
          {value !== null && (
            <Button
              variant="quiet"
              icon={<IconTrash {...icon} />}
              onClick={() => {
                choose.reset();
                onChange(null);
              }}
            >
              {t('logo.remove')}
            </Button>
          )}
        </div>
      </div>
    </Field>
  );
}
