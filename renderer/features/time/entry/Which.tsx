import { useTranslation } from 'react-i18next';
import type { Occurrence } from '#shared/domain/local-time.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import classes from './EntryDialog.module.css';

interface WhichProps {
  readonly label: string;
  readonly value: Occurrence | null;
  readonly onChange: (value: Occurrence) => void;
}

/** Which of two equal wall-clock times is meant. */
export function Which({ label, value, onChange }: WhichProps) {
  const { t } = useTranslation('time');
  return (
    <div className={classes.which}>
      <p>{label}</p>
      <Segmented
        label={label}
        value={value ?? ('' as Occurrence)}
        onChange={onChange}
        options={[
          { value: 'earlier', label: t('entry.earlier') },
          { value: 'later', label: t('entry.later') },
        ]}
      />
    </div>
  );
}
