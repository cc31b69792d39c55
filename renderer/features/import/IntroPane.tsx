import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import classes from './Import.module.css';
import { PastImports } from './past/PastImports.tsx';

interface IntroPaneProps {
  readonly onChoose: () => void;
  readonly busy: boolean;
}

/** What can be brought along, where to get it, and what was brought so far. */
export function IntroPane({ onChoose, busy }: IntroPaneProps) {
  const { t } = useTranslation('import');
  return (
    <>
      <EmptyState
        icons={<IconFileImport size={22} stroke={1.5} aria-hidden />}
        title={t('intro.title')}
        actions={
          <Button variant="primary" size="lg" onClick={onChoose} busy={busy}>
            {t('choose.button')}
          </Button>
        }
      >
        <p>{t('intro.text')}</p>
        <ul className={classes.sources}>
          {(['toggl', 'clockify', 'harvest', 'other'] as const).map((source) => (
            <li key={source}>{t(`intro.${source}`)}</li>
          ))}
        </ul>
      </EmptyState>
      <PastImports />
    </>
  );
}
