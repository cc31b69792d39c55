import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, zoneCity } from '#shared/domain/clock-format.ts';
import { clientHref } from '../../../lib/addresses.ts';
import { useByMinute } from '../../../lib/clock.tsx';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import type { ClientGroup } from '../model.ts';
import classes from './DueColumn.module.css';

/** A client's name, the time where they are, and the counts. */
export function ClientHeading({ group, zone }: { readonly group: ClientGroup; readonly zone: string }) {
  const { t } = useTranslation('today');
  const clock = useByMinute((now) => {
    const there = formatClock(now, group.zone);
    return there === formatClock(now, zone) ? null : there;
  });
  return (
    <>
      <ClientMark colour={group.colour} />
      <h3 className={classes.name}>
        <a href={clientHref(group.id)} className={classes.link} tabIndex={-1} title={group.name}>
          {group.name}
        </a>
      </h3>
      {clock && (
        <span className={classes.clock}>{t('due.clock', { clock, city: zoneCity(group.zone) })}</span>
      )}
      <span className={classes.counts}>
        {group.overdue > 0 && (
          <span className={classes.late}>{t('due.overdue', { count: group.overdue })}</span>
        )}
        {group.today > 0 && <span>{t('due.today', { count: group.today })}</span>}
      </span>
    </>
  );
}

export interface TimeHeadingProps {
  readonly icon: ReactNode;
  readonly text: string;
  readonly count: number;
}

export function TimeHeading({ icon, text, count }: TimeHeadingProps) {
  return (
    <>
      {icon && <span className={classes.late}>{icon}</span>}
      <h3 className={classes.name}>{text}</h3>
      <span className={classes.counts}>{count}</span>
    </>
  );
}
