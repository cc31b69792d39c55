import { IconPlayerPlayFilled, type IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientMark } from '../../ui/ClientMark.tsx';
import { CountBadge } from '../../ui/CountBadge.tsx';
import { tip } from '../../ui/tooltip/tip.ts';
import classes from './RailRow.module.css';

export interface RailRowProps {
  readonly href: string;
  readonly name: string;
  /** A client's colour, or an icon for the row across clients. */
  readonly mark: number | ReactElement;
  /** Two letters of a client, for the collapsed rail. */
  readonly code?: string;
  /** A sign after the name with its word: "paused". */
  readonly note?: { readonly text: string; readonly Icon: ComponentType<IconProps> } | undefined;
  readonly overdue: number;
  readonly dueToday: number;
  readonly current: boolean;
  readonly running: boolean;
  readonly collapsed: boolean;
  /** Roving focus, from `useRoving`. */
  readonly focus: object;
}

/** One line of the rail. Collapsed it keeps shape, code and the most urgent count. */
export function RailRow(props: RailRowProps) {
  const { href, name, mark, code, note, overdue, dueToday, current, running, collapsed, focus } = props;
  const { t } = useTranslation('shell');
  const isClient = typeof mark === 'number';
  const overdueLabel = t('rail.overdue', { count: overdue });
  const dueLabel = t('rail.dueToday', { count: dueToday });
  return (
    <li>
      <a
        href={href}
        className={classes.row}
        data-collapsed={collapsed || undefined}
        aria-current={current ? 'page' : undefined}
        {...(collapsed ? tip(note ? `${name}, ${note.text}` : name) : {})}
        {...focus}
      >
        <span className={classes.mark}>{isClient ? <ClientMark colour={mark} /> : mark}</span>
        {collapsed ? (
          <>
            {code && (
              <span className={classes.code} aria-hidden="true">
                {code}
              </span>
            )}
            <span className="visually-hidden">{name}</span>
          </>
        ) : (
          <span className={classes.name} title={name}>
            {name}
          </span>
        )}
        {note && (
          <span className={classes.note} {...(collapsed ? {} : tip(note.text))}>
            <note.Icon size={12} stroke={1.75} aria-hidden />
            <span className="visually-hidden">{note.text}</span>
          </span>
        )}
        {running && (
          <span className={classes.running}>
            <IconPlayerPlayFilled size={collapsed ? 9 : 11} aria-hidden />
            <span className="visually-hidden">{t('rail.running')}</span>
          </span>
        )}
        <span className={classes.counts}>
          <CountBadge count={overdue} kind={collapsed ? 'solid' : 'overdue'} label={overdueLabel} />
          {(!collapsed || overdue === 0) && (
            <CountBadge count={dueToday} kind={collapsed ? 'outline' : 'plain'} label={dueLabel} />
          )}
          {!collapsed && overdue > 0 && dueToday === 0 && <span className={classes.noneDue} />}
        </span>
      </a>
    </li>
  );
}
