import { IconLock, IconLockExclamation, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Countdown } from './Countdown.tsx';
import type { Access } from './use-access.ts';
import classes from './Vault.module.css';

export interface AccessBarProps {
  readonly access: Access;
  /** Nothing is kept yet, so there is nothing to unlock. */
  readonly empty: boolean;
}

/** Says whether secrets can be shown, and changes it. */
export function AccessBar({ access, empty }: AccessBarProps) {
  const { t } = useTranslation('vault');
  const [explaining, setExplaining] = useState(false);
  if (access.state === 'unlocked' && access.locksAt !== null) {
    return (
      <section className={classes.bar} aria-label={t('access.label')}>
        <IconLockOpen className={classes.openIcon} size={18} stroke={1.5} aria-hidden />
        <p className={classes.barText}>
          <b>{t('access.unlocked')}</b> <span>{t('access.unlockedText')}</span>
        </p>
        <span className={classes.locksIn}>
          {t('access.locksIn')} <Countdown until={access.locksAt} style="minutes" />
        </span>
        <Button
          size="sm"
          icon={<IconLock size={16} stroke={1.5} aria-hidden />}
          keys={['L']}
          onClick={access.lock}
        >
          {t('lockNow')}
        </Button>
      </section>
    );
  }
  const unavailable = access.state === 'unavailable';
  if (empty && !unavailable) return null;
  const Icon = unavailable ? IconLockExclamation : IconLock;
  return (
    <section
      className={classes.locked}
      aria-label={t('access.label')}
      role={unavailable ? 'alert' : undefined}
      data-tone={unavailable ? 'warning' : undefined}
    >
      <div className={classes.lockIcon}>
        <Icon size={20} stroke={1.5} aria-hidden />
      </div>
      <div className={classes.lockWords}>
        <h2>{unavailable ? t('access.unavailable') : t('access.locked')}</h2>
        <p>{unavailable ? t('access.unavailableText') : t('access.lockedText')}</p>
      </div>
      <Button variant="quiet" size="md" onClick={() => setExplaining(true)}>
        {t('access.what')}
      </Button>
      <Button
        variant="primary"
        icon={<IconLockOpen size={16} stroke={1.5} aria-hidden />}
        busy={access.asking}
        onClick={access.unlock}
      >
        {access.asking ? t('access.asking') : unavailable ? t('common:retry') : t('unlock')}
      </Button>
      <Dialog
        opened={explaining}
        onClose={() => setExplaining(false)}
        title={t('what.title')}
        actions={
          <>
            {unavailable && (
              <Button
                size="lg"
                onClick={() => {
                  setExplaining(false);
                  access.startAfresh();
                }}
              >
                {t('what.startAfresh')}
              </Button>
            )}
            <Button size="lg" variant="primary" onClick={() => setExplaining(false)}>
              {t('common:close')}
            </Button>
          </>
        }
      >
        <div className={classes.what}>
          <p>{t('what.where')}</p>
          <p>{t('what.locks')}</p>
          <p>{t('what.unavailable')}</p>
          {unavailable && <p>{t('what.afreshText')}</p>}
        </div>
      </Dialog>
    </section>
  );
}
