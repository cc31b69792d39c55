import { IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { Button } from '../../ui/Button.tsx';
import { ClientMark } from '../../ui/ClientMark.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from './AboutSection.module.css';

/** Which Clientele this is and where its data lives. */
export default function AboutSection() {
  const { t } = useTranslation('settings');
  const { data: info } = useRead('app.info');
  const { refused } = useSay();
  const showFile = useWrite('app.showWorkspace');
  return (
    <Panel title={t('about.title')}>
      <div className={classes.marks} aria-hidden="true">
        {[1, 5, 6, 7, 2, 4, 3, 8].map((colour) => (
          <ClientMark key={colour} colour={colour} size={14} />
        ))}
      </div>
      <p className={classes.version}>{t('about.version', { version: info?.version ?? '' })}</p>
      <p className={classes.text}>{t('about.local')}</p>
      <p className={classes.text}>{t('about.zone', { zone: info?.zone ?? '' })}</p>
      <div className={classes.actions}>
        <Button
          size="sm"
          icon={<IconFolder size={15} stroke={1.5} aria-hidden />}
          onClick={() => showFile.mutate(undefined, { onError: refused })}
        >
          {t('about.showFile')}
        </Button>
      </div>
    </Panel>
  );
}
