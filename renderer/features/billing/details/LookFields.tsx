import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '#shared/ipc/billing.ts';
import { Field, FieldRow } from '../../../ui/Field.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import classes from './Details.module.css';

export interface LookFieldsProps {
  readonly paper: ProfileView['paper'];
  readonly onPaper: (paper: ProfileView['paper']) => void;
  /** `#rrggbb`; empty for the app's own. */
  readonly accent: string;
  readonly onAccent: (accent: string) => void;
  readonly error?: string | undefined;
}

const papers = ['a4', 'letter'] as const;

/** On which paper invoices are printed, and in which colour. */
export function LookFields({ paper, onPaper, accent, onAccent, error }: LookFieldsProps) {
  const { t } = useTranslation('billing');
  const known = /^#[0-9a-f]{6}$/.test(accent);
  return (
    <FieldRow>
      <Field label={t('look.paper')}>
        <div className={classes.choice}>
          <Segmented
            label={t('look.paper')}
            value={paper}
            onChange={onPaper}
            options={papers.map((value) => ({ value, label: t(`look.${value}`) }))}
          />
        </div>
      </Field>
      <TextInput
        label={t('look.accent')}
        description={t('look.accentText')}
        placeholder="#0b5d6b"
        maxLength={7}
        autoComplete="off"
        value={accent}
        error={error}
        onChange={(event) => onAccent(event.currentTarget.value.trim().toLowerCase())}
        rightSection={known && <span className={classes.swatch} style={{ background: accent }} />}
      />
    </FieldRow>
  );
}
