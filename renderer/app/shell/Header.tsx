import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { tip } from '../../ui/tooltip/tip.ts';
import classes from './Header.module.css';

export interface HeaderTab {
  readonly id: string;
  readonly label: string;
  readonly href: string;
}

export interface HeaderProps {
  /** A client's mark, or an icon for the pages across clients. */
  readonly mark: ReactNode;
  readonly title: string;
  /** Where a client's name leads: its details. */
  readonly titleHref?: string | undefined;
  /** Both times, or the day: see `ClientTimes` and `DayLine`. */
  readonly times: ReactNode;
  readonly tabs: readonly HeaderTab[];
  readonly currentTab: string | null;
  readonly onNewTask: () => void;
}

/** Who this page is about, what time it is there and here, and the views. */
export function Header({ mark, title, titleHref, times, tabs, currentTab, onNewTask }: HeaderProps) {
  const { t } = useTranslation('shell');
  return (
    <header className={classes.header}>
      <div className={classes.who}>
        {mark}
        <h1 className={classes.title} title={titleHref ? undefined : title}>
          {titleHref ? (
            <a href={titleHref} className={classes.titleLink} {...tip(`${title} · ${t('header.edit')}`)}>
              {title}
            </a>
          ) : (
            title
          )}
        </h1>
        <div className={classes.times}>{times}</div>
      </div>
      {tabs.length > 0 && (
        <nav className={classes.tabs} aria-label={t('header.views')}>
          {tabs.map((tab) => (
            <a
              key={tab.id}
              href={tab.href}
              className={classes.tab}
              aria-current={tab.id === currentTab ? 'page' : undefined}
            >
              {tab.label}
            </a>
          ))}
        </nav>
      )}
      <Button
        className={classes.add}
        icon={<IconPlus size={16} stroke={1.75} aria-hidden />}
        keys={['N']}
        onClick={onNewTask}
      >
        {t('header.newTask')}
      </Button>
    </header>
  );
}
