import {
  IconCircleCheck,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconPlayerPause,
  IconPlus,
  IconSearch,
  IconStack2,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui/Kbd.tsx';
import { ariaKeys } from '../../ui/keys.ts';
import { useRoving } from '../../ui/roving.ts';
import { tip } from '../../ui/tooltip/tip.ts';
import type { RailClient } from './model.ts';
import classes from './Rail.module.css';
import { RailRow } from './RailRow.tsx';

export interface RailProps {
  readonly clients: readonly RailClient[];
  /** Id of the client that is open, `all` on the pages across clients, null elsewhere. */
  readonly current: string | null;
  /** Client that time runs on. */
  readonly running: string | null;
  readonly collapsed: boolean;
  /** Address of a client's page, or of the pages across clients for null. */
  readonly hrefOf: (clientId: string | null) => string;
  readonly onToggle: () => void;
  readonly onSearch: () => void;
  readonly onAddClient: () => void;
  /** Above the foot: a note that concerns the whole workspace. */
  readonly notice?: ReactNode;
  /** `Ctrl` or `Cmd`, as this keyboard calls it. */
  readonly modifier?: string;
}

const STATES = { paused: IconPlayerPause, ended: IconCircleCheck };

/** All clients at a glance: pinned first, then by name, each with what is overdue and due today. */
export function Rail(props: RailProps) {
  const {
    clients,
    current,
    running,
    collapsed,
    hrefOf,
    onToggle,
    onSearch,
    onAddClient,
    modifier = 'Ctrl',
  } = props;
  const { t } = useTranslation('shell');
  const roving = useRoving(current ?? 'all');
  const pinned = clients.filter((client) => client.pinned);
  const others = clients.filter((client) => !client.pinned);
  const sum = (count: (client: RailClient) => number) =>
    clients.reduce((total, client) => total + count(client), 0);
  const row = (client: RailClient) => (
    <RailRow
      key={client.id}
      href={hrefOf(client.id)}
      name={client.name}
      mark={client.colour}
      code={client.code}
      note={
        client.state === 'active'
          ? undefined
          : { text: t(`rail.${client.state}`), Icon: STATES[client.state] }
      }
      overdue={client.overdue}
      dueToday={client.dueToday}
      current={client.id === current}
      running={client.id === running}
      collapsed={collapsed}
      focus={roving.item(client.id)}
    />
  );
  const iconFor = collapsed ? 18 : 16;
  const FoldIcon = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const foldLabel = collapsed ? t('rail.expand') : t('rail.collapse');
  const searchKeys = [modifier, 'K'];
  return (
    <nav className={classes.rail} data-collapsed={collapsed || undefined} aria-label={t('rail.label')}>
      <button
        type="button"
        className={classes.search}
        onClick={onSearch}
        aria-label={collapsed ? t('rail.search') : undefined}
        aria-keyshortcuts={ariaKeys(searchKeys)}
        {...(collapsed ? tip(t('rail.search'), searchKeys) : {})}
      >
        <IconSearch size={iconFor} stroke={1.5} aria-hidden />
        {!collapsed && <span className={classes.searchText}>{t('rail.search')}</span>}
        {!collapsed && <Kbd keys={[searchKeys.join(' ')]} />}
      </button>
      <div className={classes.lists} {...roving.list}>
        <ul className={classes.list}>
          <RailRow
            href={hrefOf(null)}
            name={t('rail.all')}
            mark={<IconStack2 size={iconFor} stroke={1.5} aria-hidden />}
            overdue={sum((client) => client.overdue)}
            dueToday={sum((client) => client.dueToday)}
            current={current === 'all'}
            running={false}
            collapsed={collapsed}
            focus={roving.item('all')}
          />
        </ul>
        {pinned.length > 0 && (
          <ul className={classes.list} aria-label={t('rail.pinned')}>
            {pinned.map(row)}
          </ul>
        )}
        <ul className={classes.list} aria-label={t('rail.others')}>
          {others.map(row)}
          {!collapsed && (
            <li>
              <button type="button" className={classes.action} onClick={onAddClient} {...roving.item('add')}>
                <IconPlus size={16} stroke={1.5} aria-hidden />
                <span className={classes.actionText}>{t('rail.add')}</span>
              </button>
            </li>
          )}
        </ul>
      </div>
      {props.notice}
      {collapsed && (
        <button
          type="button"
          className={classes.action}
          onClick={onAddClient}
          aria-label={t('rail.add')}
          {...tip(t('rail.add'))}
        >
          <IconPlus size={18} stroke={1.5} aria-hidden />
        </button>
      )}
      <button
        type="button"
        className={classes.action}
        onClick={onToggle}
        aria-label={collapsed ? foldLabel : undefined}
        aria-expanded={!collapsed}
        aria-keyshortcuts={ariaKeys([modifier, 'B'])}
        {...(collapsed ? tip(foldLabel, [modifier, 'B']) : {})}
      >
        <FoldIcon size={iconFor} stroke={1.5} aria-hidden />
        {!collapsed && <span className={classes.actionText}>{t('rail.collapse')}</span>}
        {!collapsed && <Kbd keys={[`${modifier} B`]} />}
      </button>
    </nav>
  );
}
