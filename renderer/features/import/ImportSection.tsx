import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { go, importHref } from '../../lib/addresses.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from './Import.module.css';
import { PastImports } from './past/PastImports.tsx';

/** Import in the settings: the way in, and what was imported so far. */
export default function ImportSection() {
  const { t } = useTranslation('import');
  return (
    <>
      <Panel
        title={t('title')}
        actions={
          <Button
            size="sm"
            icon={<IconFileImport size={15} stroke={1.5} aria-hidden />}
            onClick={() => go(importHref())}
          >
            {t('open')}
          </Button>
        }
      >
        <p className={classes.words}>{t('intro.text')}</p>
      </Panel>
      <PastImports />
    </>
  );
}
