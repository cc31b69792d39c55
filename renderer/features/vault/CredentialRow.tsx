import { Menu } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconExternalLink,
  IconEye,
  IconEyeOff,
  IconKey,
  IconLock,
} from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { readLink } from '#shared/domain/link.ts';
import { shortAddress } from '#shared/domain/vault.ts';
import type { CredentialCard } from '#shared/ipc/vault.ts';
import { call } from '../../lib/api.ts';
import { useSay } from '../../lib/say.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { tableStyles } from '../../ui/table.ts';
import { ReviewDate } from './ReviewDate.tsx';
import classes from './Vault.module.css';
import type { OpenDialog } from './VaultDialogs.tsx';

export interface CredentialRowProps {
  readonly entry: CredentialCard;
  readonly today: string;
  readonly open: boolean;
  readonly shown: boolean;
  readonly onUnlock: () => void;
  readonly onToggle: () => void;
  readonly onCopy: () => void;
  readonly onCopyUserName: () => void;
  readonly onDialog: (dialog: OpenDialog) => void;
}

/** One entry. On the row itself Enter shows the password, C copies it, U the user name, E edits, arrows move. */
export function CredentialRow(props: CredentialRowProps) {
  const { entry, today, open, shown, onUnlock, onToggle, onCopy, onCopyUserName, onDialog } = props;
  const { t, i18n } = useTranslation('vault');
  const { refused } = useSay();
  const openAddress = () => {
    const url = readLink(entry.address);
    if (!url) return;
    call('app.openExternal', { url }).catch(refused);
  };
  const keys = new Map([
    ['Enter', open ? onToggle : onUnlock],
    ['c', open ? onCopy : onUnlock],
    ['u', onCopyUserName],
    ['e', () => onDialog({ kind: 'edit', entry })],
    ['o', openAddress],
    ['Delete', () => onDialog({ kind: 'delete', entry })],
  ]);
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      const rows = [
        ...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[data-entry]') ?? []),
      ];
      rows[rows.indexOf(event.currentTarget) + step]?.focus();
      event.preventDefault();
    }
    const run = keys.get(event.key);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return (
    <tr data-entry={entry.id} data-shown={shown || undefined} tabIndex={0} onKeyDown={onKeyDown}>
      <th scope="row">
        <span className={classes.label}>
          <IconKey size={16} stroke={1.5} aria-hidden />
          <span className={classes.clip} title={entry.notes || undefined}>
            {entry.label}
          </span>
        </span>
      </th>
      <td>
        <span className={classes.user}>
          <span className={classes.clip}>{entry.userName}</span>
          {entry.userName && (
            <IconButton
              className={classes.quiet}
              size="sm"
              label={t('copyUserName', { label: entry.label })}
              icon={<IconCopy size={14} stroke={1.5} aria-hidden />}
              onClick={onCopyUserName}
            />
          )}
        </span>
      </td>
      <td>
        {entry.address && (
          <button type="button" className={classes.address} onClick={openAddress}>
            <span className={classes.clip}>{shortAddress(entry.address)}</span>
            <IconExternalLink size={14} stroke={1.5} aria-hidden />
            <span className="visually-hidden">{t('opensOutside')}</span>
          </button>
        )}
      </td>
      <td>
        <span className={classes.clip}>{entry.grantedBy}</span>
        {entry.grantedOn && (
          <span className={tableStyles.second}>{formatDate(entry.grantedOn, i18n.language, 'dated')}</span>
        )}
      </td>
      <td>
        <ReviewDate reviewOn={entry.reviewOn} today={today} />
      </td>
      <td className={classes.actions}>
        {open ? (
          <>
            <IconButton
              label={t(shown ? 'hideOf' : 'showOf', { label: entry.label })}
              variant={shown ? 'bordered' : 'plain'}
              aria-expanded={shown}
              icon={
                shown ? (
                  <IconEyeOff size={16} stroke={1.5} aria-hidden />
                ) : (
                  <IconEye size={16} stroke={1.5} aria-hidden />
                )
              }
              onClick={onToggle}
            />
            <IconButton
              label={t('copyOf', { label: entry.label })}
              icon={<IconCopy size={16} stroke={1.5} aria-hidden />}
              onClick={onCopy}
            />
          </>
        ) : (
          <IconButton
            label={t('unlockFor', { label: entry.label })}
            icon={<IconLock size={16} stroke={1.5} aria-hidden />}
            onClick={onUnlock}
          />
        )}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <IconButton
              label={t('moreOf', { label: entry.label })}
              icon={<IconDots size={16} stroke={1.5} aria-hidden />}
            />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onDialog({ kind: 'edit', entry })}>{t('edit')}</Menu.Item>
            <Menu.Item onClick={() => onDialog({ kind: 'secret', entry })}>{t('changeSecret')}</Menu.Item>
            <Menu.Divider />
            <Menu.Item color="var(--danger)" onClick={() => onDialog({ kind: 'delete', entry })}>
              {t('delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}
