import { Popover } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarView } from '#shared/ipc/calendar.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { OpenEvent } from '../open-event.ts';
import { Actions } from './Actions.tsx';
import classes from './EventPopover.module.css';
import { Facts } from './Facts.tsx';

export interface EventPopoverProps {
  readonly opened: OpenEvent;
  readonly client: ClientCard;
  readonly zone: string;
  /** Null while calendars are being read, or when it has gone. */
  readonly calendar: CalendarView | null;
  /** It is a time entry already. */
  readonly entered: boolean;
  readonly onClose: () => void;
}

/** An event's details beside its block. Escape closes it and the block has the focus again. */
export function EventPopover({ opened, client, zone, calendar, entered, onClose }: EventPopoverProps) {
  const { t } = useTranslation('calendar');
  const id = useId();
  const { item, at } = opened;
  useEffect(() => () => focusBack(at, item.key), [at, item.key]);
  const box = at.getBoundingClientRect();
  return (
    <Popover
      opened
      onChange={(open) => !open && onClose()}
      position="right-start"
      middlewares={{ flip: { fallbackPlacements: ['left-start', 'bottom', 'top'] }, shift: { padding: 12 } }}
      offset={6}
      width="23rem"
      trapFocus
      shadow="md"
      radius="lg"
      withRoles={false}
    >
      <Popover.Target>
        <span
          className={classes.anchor}
          style={{ top: box.top, left: box.left, width: box.width, height: box.height }}
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-labelledby={id} className={classes.box ?? ''}>
        <div className={classes.head}>
          <h3 className={classes.title} id={id}>
            {item.title || t('event.untitled')}
          </h3>
          <IconButton
            size="sm"
            label={t('common:close')}
            icon={<IconX size={16} stroke={1.5} aria-hidden />}
            onClick={onClose}
          />
        </div>
        <Facts item={item} client={client} zone={zone} calendar={calendar} />
        <Actions item={item} entered={entered} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The block may have been drawn anew while the details were open. */
function focusBack(at: HTMLElement, key: string): void {
  const again = at.isConnected ? at : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  // Someone who has clicked on something else meanwhile stays there.
  if (document.activeElement === document.body || document.activeElement?.closest('[role="dialog"]')) {
    again?.focus();
  }
}
