import { IconInfoCircle } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import classes from './SampleNotice.module.css';

const RemoveSample = lazy(() => import('./RemoveSample.tsx'));

/** Says that invented clients are here, for as long as they are, and takes them away again. */
export function SampleNotice({ collapsed }: { readonly collapsed: boolean }) {
  const { t } = useTranslation('shell');
  const { data: clients } = useRead('clients.list');
  const [asking, setAsking] = useState(false);
  if (!clients?.some((client) => client.sample)) return null;
  const icon = <IconInfoCircle size={16} stroke={1.5} aria-hidden />;
  return (
    <>
      {collapsed ? (
        <IconButton
          className={classes.small}
          label={t('sample.removeLong')}
          icon={icon}
          onClick={() => setAsking(true)}
        />
      ) : (
        <div className={classes.notice}>
          {icon}
          <span className={classes.text}>{t('common:sampleData')}</span>
          <button
            type="button"
            className={classes.remove}
            onClick={() => setAsking(true)}
            aria-label={t('sample.removeLong')}
          >
            {t('common:remove')}
          </button>
        </div>
      )}
      <Suspense>{asking && <RemoveSample onClose={() => setAsking(false)} />}</Suspense>
    </>
  );
}
