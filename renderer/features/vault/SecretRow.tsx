import { IconCopy, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { useAnnounce } from '../../ui/feedback/Feedback.tsx';
import { Countdown } from './Countdown.tsx';
import classes from './Vault.module.css';

export interface SecretRowProps {
  readonly label: string;
  readonly secret: string;
  /** UTC milliseconds. */
  readonly hidesAt: number;
  readonly onHide: () => void;
  readonly onCopy: () => void;
}

/** A shown secret below its entry, for as long as it may stay. It is not read aloud unless it is read by choice. */
export function SecretRow({ label, secret, hidesAt, onHide, onCopy }: SecretRowProps) {
  const { t } = useTranslation('vault');
  const announce = useAnnounce();
  useEffect(() => announce(t('shownFor', { label })), [announce, t, label]);
  // Before it is painted: who sees the secret can copy it.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (plain && !typing && event.key.toLowerCase() === 'c') onCopy();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onCopy]);
  return (
    <tr className={classes.secretRow}>
      <td colSpan={6}>
        <div className={classes.secretBox}>
          <span className={classes.secretName}>{t('password')}</span>
          <code className={classes.secret}>{secret}</code>
          <span className={classes.hides}>
            <svg className={classes.ring} viewBox="0 0 20 20" aria-hidden="true">
              <circle cx="10" cy="10" r="8" />
              <circle cx="10" cy="10" r="8" pathLength="100" className={classes.ringLeft} />
            </svg>
            {t('hidesIn')} <Countdown until={hidesAt} style="seconds" />
          </span>
          <Button
            size="sm"
            icon={<IconEyeOff size={16} stroke={1.5} aria-hidden />}
            keys={['Esc']}
            onClick={onHide}
          >
            {t('hide')}
          </Button>
          <Button
            size="sm"
            variant="primary"
            icon={<IconCopy size={16} stroke={1.5} aria-hidden />}
            keys={['C']}
            onClick={onCopy}
          >
            {t('copy')}
          </Button>
        </div>
      </td>
    </tr>
  );
}
