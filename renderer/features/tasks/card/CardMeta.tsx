import {
  IconAlertCircle,
  IconCalendarDue,
  IconCalendarEvent,
  IconCheckbox,
  IconMessage,
  IconPaperclip,
} from '@tabler/icons-react';
import { dateIn } from '#shared/domain/clock-format.ts';
import { type Due, daysBetween, dueState } from '#shared/domain/due-day.ts';
import type { CardRow } from '#shared/ipc/board.ts';
import { dueShort } from '../lib/due-words.ts';
import { CategoryIcon } from '../lib/icons.tsx';
import classes from './Card.module.css';
import type { CardWords } from './words.ts';

export interface CardMetaProps {
  readonly id: string;
  readonly card: CardRow;
  readonly words: CardWords;
  readonly now: number;
  readonly zone: string;
  readonly onFollowUp: () => void;
}

/** Whether a card has a line of facts; what waits has one of its own besides. */
export function hasFacts({ due, category, checklistTotal, links }: CardRow): boolean {
  return due !== null || category !== null || checklistTotal > 0 || links > 0;
}

/** One line of facts: due, category, checklist, links; what waits has a line of its own before it. */
export function CardMeta({ id, card, words, now, zone, onFollowUp }: CardMetaProps) {
  const { category, checklistDone, checklistTotal, links, waitingSince } = card;
  const { t } = words;
  return (
    <div id={id} className={classes.facts}>
      {waitingSince !== null && (
        <div className={classes.meta}>
          <span className={classes.fact}>
            <IconMessage size={14} stroke={1.5} aria-hidden />
            <span className={classes.factText}>
              {asked(words, card.waitingOn, daysBetween(dateIn(waitingSince, zone), dateIn(now, zone)))}
            </span>
          </span>
          <button type="button" className={classes.followUp} tabIndex={-1} onClick={onFollowUp}>
            {words.followUp}
          </button>
        </div>
      )}
      {hasFacts(card) && (
        <div className={classes.meta}>
          {card.due && (
            <DueFact due={card.due} done={card.completedAt !== null} words={words} now={now} zone={zone} />
          )}
          {category && (
            <span className={classes.fact}>
              <CategoryIcon category={category} />
              {words.category[category]}
            </span>
          )}
          {checklistTotal > 0 && (
            <span
              className={classes.fact}
              role="img"
              aria-label={t('card.checklist', { done: checklistDone, count: checklistTotal })}
            >
              <IconCheckbox size={14} stroke={1.5} aria-hidden />
              {`${checklistDone}/${checklistTotal}`}
            </span>
          )}
          {links > 0 && (
            <span className={classes.fact} role="img" aria-label={t('card.links', { count: links })}>
              <IconPaperclip size={14} stroke={1.5} aria-hidden />
              {links}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

function asked({ t }: CardWords, on: string, days: number): string {
  const ago = days <= 0 ? t('card.askedToday') : t('card.askedDays', { count: days });
  return on ? t('card.askedOn', { name: on, ago }) : t('card.asked', { ago });
}

interface DueFactProps {
  readonly due: Due;
  readonly done: boolean;
  readonly words: CardWords;
  readonly now: number;
  readonly zone: string;
}

function DueFact({ due, done, words, now, zone }: DueFactProps) {
  const state = done ? 'later' : dueState(due, now, zone);
  const Icon =
    state === 'overdue' ? IconAlertCircle : state === 'today' ? IconCalendarDue : IconCalendarEvent;
  return (
    <span className={classes.fact} data-state={state}>
      <Icon size={14} stroke={1.5} aria-hidden />
      <span className="visually-hidden">{state === 'overdue' ? words.overdue : words.due} </span>
      {dueShort(due, now, zone, words.t as never, words.language)}
    </span>
  );
}
