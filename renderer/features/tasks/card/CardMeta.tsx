import {
  IconAlertCircle,
  IconCalendarDue,
  IconCalendarEvent,
  IconCheckbox,
  IconMessage,
  IconPaperclip,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/domain/clock-format.ts';
import { daysBetween, dueState } from '#shared/domain/due-day.ts';
import type { CardRow } from '#shared/ipc/board.ts';
import { dueShort } from '../lib/due-words.ts';
import { CategoryIcon } from '../lib/icons.tsx';
import classes from './Card.module.css';

export interface CardMetaProps {
  readonly id: string;
  readonly card: CardRow;
  readonly now: number;
  readonly zone: string;
  readonly onFollowUp: () => void;
}

/** One line of facts: due, category, checklist, links; what waits has a line of its own before it. */
export function CardMeta({ id, card, now, zone, onFollowUp }: CardMetaProps) {
  const { t } = useTranslation('tasks');
  const { due, category, checklistDone, checklistTotal, links, waitingSince } = card;
  const empty = !due && !category && checklistTotal === 0 && links === 0;
  return (
    <div id={id} className={classes.facts}>
      {waitingSince !== null && (
        <div className={classes.meta}>
          <Fact icon={<IconMessage size={14} stroke={1.5} aria-hidden />}>
            {asked(card.waitingOn, daysBetween(dateIn(waitingSince, zone), dateIn(now, zone)))}
          </Fact>
          <button type="button" className={classes.followUp} tabIndex={-1} onClick={onFollowUp}>
            {t('card.followUp')}
          </button>
        </div>
      )}
      {!empty && (
        <div className={classes.meta}>
          {due && <DueFact card={card} now={now} zone={zone} />}
          {category && <Fact icon={<CategoryIcon category={category} />}>{t(`category.${category}`)}</Fact>}
          {checklistTotal > 0 && (
            <Fact icon={<IconCheckbox size={14} stroke={1.5} aria-hidden />}>
              <span aria-hidden="true">{`${checklistDone}/${checklistTotal}`}</span>
              <span className="visually-hidden">
                {t('card.checklist', { done: checklistDone, count: checklistTotal })}
              </span>
            </Fact>
          )}
          {links > 0 && (
            <Fact icon={<IconPaperclip size={14} stroke={1.5} aria-hidden />}>
              <span aria-hidden="true">{links}</span>
              <span className="visually-hidden">{t('card.links', { count: links })}</span>
            </Fact>
          )}
        </div>
      )}
    </div>
  );

  function asked(on: string, days: number): string {
    const ago = days <= 0 ? t('card.askedToday') : t('card.askedDays', { count: days });
    return on ? t('card.askedOn', { name: on, ago }) : t('card.asked', { ago });
  }
}

function DueFact({
  card,
  now,
  zone,
}: {
  readonly card: CardRow;
  readonly now: number;
  readonly zone: string;
}) {
  const { t, i18n } = useTranslation('tasks');
  const { due } = card;
  if (!due) return null;
  const state = card.completedAt === null ? dueState(due, now, zone) : 'later';
  const Icon =
    state === 'overdue' ? IconAlertCircle : state === 'today' ? IconCalendarDue : IconCalendarEvent;
  return (
    <Fact icon={<Icon size={14} stroke={1.5} aria-hidden />} state={state}>
      <span className="visually-hidden">{state === 'overdue' ? t('due.overdue') : t('due.due')} </span>
      {dueShort(due, now, zone, t as never, i18n.language)}
    </Fact>
  );
}

interface FactProps {
  readonly icon: ReactNode;
  readonly state?: string;
  readonly children: ReactNode;
}

function Fact({ icon, state, children }: FactProps) {
  return (
    <span className={classes.fact} data-state={state}>
      {icon}
      <span className={classes.factText}>{children}</span>
    </span>
  );
}
