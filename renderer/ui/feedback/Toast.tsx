import { IconAlertCircle, IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import type { ToastItem } from './feed.ts';
import classes from './Toast.module.css';

/** Long enough to read and reach the action; a message with an action stays longer. */
const STAY_MS = { plain: 5_000, withAction: 10_000 } as const;

export interface ToastProps {
  readonly toast: ToastItem;
  readonly closeLabel: string;
  readonly onClose: () => void;
}

/** One message; the pointer or the focus on it stops the clock, an error has none. */
export function Toast({ toast, closeLabel, onClose }: ToastProps) {
  const [held, setHeld] = useState(false);
  const close = useEffectEvent(onClose);
  const { tone = 'info', action } = toast;
  const stays = tone === 'error' || held;
  const stayFor = action ? STAY_MS.withAction : STAY_MS.plain;

  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => close(), stayFor);
    return () => clearTimeout(timer);
  }, [stays, stayFor]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is operated here, the clock only waits for the reader
    <div
      className={classes.toast}
      data-tone={tone}
      role={tone === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {tone === 'success' && <IconCheck size={16} stroke={1.75} aria-hidden />}
      {tone === 'error' && <IconAlertCircle size={16} stroke={1.75} aria-hidden />}
      <div className={classes.words}>
        <div className={classes.text} title={toast.text}>
          {toast.text}
        </div>
        {toast.detail && <div className={classes.detail}>{toast.detail}</div>}
      </div>
      {action && (
        <Button
          size="sm"
          onClick={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="sm" label={closeLabel} icon={<IconX size={14} stroke={1.75} />} onClick={onClose} />
    </div>
  );
}
