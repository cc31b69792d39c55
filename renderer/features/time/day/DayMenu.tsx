import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '#shared/ipc/time.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import type { EntryActions } from '../actions.ts';
import { titleOf } from '../words.ts';
import type { FreeGap } from './model.ts';

/** What the menu was opened on, and where in the window, px. */
export type MenuSubject = { readonly x: number; readonly y: number; readonly back: HTMLElement } & (
  | { readonly entry: EntryView; readonly next: EntryView | null }
  | { readonly free: FreeGap; readonly before: EntryView | null; readonly after: EntryView | null }
);

interface DayMenuProps {
  readonly subject: MenuSubject;
  readonly actions: EntryActions;
  readonly onEdit: (entry: EntryView) => void;
  readonly onFill: (from: number, to: number) => void;
  readonly onSplit: (entry: EntryView) => void;
  readonly onClose: () => void;
}

/** Everything that can be done with an entry or with the free time between two, where it was clicked. */
export function DayMenu({ subject, actions, onEdit, onFill, onSplit, onClose }: DayMenuProps) {
  const { t } = useTranslation('time');
  const close = () => {
    subject.back.focus({ preventScroll: true });
    onClose();
  };
  return (
    <Menu opened onClose={close} position="bottom-start" returnFocus={false} offset={2}>
      <Menu.Target>
        <span aria-hidden="true" style={{ position: 'fixed', left: subject.x, top: subject.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('menu.label')}>
        {'entry' in subject ? (
          <EntryItems {...subject} actions={actions} onEdit={onEdit} onSplit={onSplit} />
        ) : (
          <FreeItems {...subject} actions={actions} onFill={onFill} />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface EntryItemsProps extends Pick<DayMenuProps, 'actions' | 'onEdit' | 'onSplit'> {
  readonly entry: EntryView;
  readonly next: EntryView | null;
}

function EntryItems({ entry, next, actions, onEdit, onSplit }: EntryItemsProps) {
  const { t } = useTranslation('time');
  const running = entry.endedAt === null;
  return (
    <>
      <Menu.Item rightSection={<Kbd keys={['Enter']} />} onClick={() => onEdit(entry)}>
        {t('menu.open')}
      </Menu.Item>
      <Menu.Item
        rightSection={<Kbd keys={['T']} />}
        onClick={() => void (running ? actions.stop() : actions.startAgain(entry))}
      >
        {t(running ? 'menu.stop' : 'menu.start')}
      </Menu.Item>
      <Menu.Divider />
      {entry.billed ? (
        <Menu.Label>{t('billed')}</Menu.Label>
      ) : (
        <>
          <Menu.Item rightSection={<Kbd keys={['S']} />} onClick={() => onSplit(entry)}>
            {t('menu.split')}
          </Menu.Item>
          {next && (
            <Menu.Item rightSection={<Kbd keys={['M']} />} onClick={() => void actions.merge([entry, next])}>
              {t('menu.merge', { what: titleOf(next) })}
            </Menu.Item>
          )}
          <Menu.Item rightSection={<Kbd keys={['Del']} />} onClick={() => void actions.remove([entry])}>
            {t('common:delete')}
          </Menu.Item>
        </>
      )}
    </>
  );
}

interface FreeItemsProps extends Pick<DayMenuProps, 'actions' | 'onFill'> {
  readonly free: FreeGap;
  readonly before: EntryView | null;
  readonly after: EntryView | null;
}

function FreeItems({ free: { gap }, before, after, actions, onFill }: FreeItemsProps) {
  const { t } = useTranslation('time');
  return (
    <>
      <Menu.Item rightSection={<Kbd keys={['Enter']} />} onClick={() => onFill(gap.from, gap.to)}>
        {t('menu.fill')}
      </Menu.Item>
      {before && !before.billed && (
        <Menu.Item onClick={() => void actions.moveEdge(before, 'end', gap.to)}>
          {t('menu.extendBefore', { what: titleOf(before) })}
        </Menu.Item>
      )}
      {after && !after.billed && (
        <Menu.Item onClick={() => void actions.moveEdge(after, 'start', gap.from)}>
          {t('menu.extendAfter', { what: titleOf(after) })}
        </Menu.Item>
      )}
    </>
  );
}
