import { IconCloudCheck, IconCloudExclamation, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import type { SyncWord } from './model.ts';
import classes from './TimerBar.module.css';

const ICONS = {
  success: IconCloudCheck,
  warning: IconCloudExclamation,
  danger: IconCloudOff,
  neutral: IconCloudUp,
};

/** How the connection to Google stands, in a word; opens the accounts. */
export function SyncStatus({ sync, onOpen }: { readonly sync: SyncWord; readonly onOpen: () => void }) {
  const Icon = ICONS[sync.tone];
  return (
    <button type="button" className={classes.sync} data-tone={sync.tone} onClick={onOpen}>
      <Icon size={16} stroke={1.5} aria-hidden />
      <span className={classes.syncLong}>{sync.label}</span>
      <span className={classes.syncShort} aria-hidden="true">
        {sync.short}
      </span>
    </button>
  );
}
