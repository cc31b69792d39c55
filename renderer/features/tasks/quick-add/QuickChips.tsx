import { IconCalendarEvent, IconClock, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import type { QuickAdd, QuickPart } from '#shared/domain/quick-add.ts';
import { CategoryIcon } from '../lib/icons.tsx';
import classes from './QuickChips.module.css';

export interface QuickChipsProps {
  readonly typed: QuickAdd;
  readonly zone: string;
  /** The person wants the words, not what was read in them. */
  readonly onDecline: (part: QuickPart) => void;
}

/** What was read in a typed task, before Enter; a press on one leaves its words in the title. */
export function QuickChips({ typed, onDecline }: QuickChipsProps) {
  const { t, i18n } = useTranslation('tasks');
  const { due, estimateMinutes, category } = typed;
  if (!due && estimateMinutes === null && !category) return null;
  const chip = (part: QuickPart, icon: ReactNode, words: string) => (
    <button
      key={part}
      type="button"
      className={classes.chip}
      aria-label={t('quickAdd.decline', { what: words })}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onDecline(part)}
    >
      {icon}
      <span>{words}</span>
      <IconX size={12} stroke={1.75} aria-hidden />
    </button>
  );
  return (
    <div className={classes.chips} aria-live="polite">
      {due &&
        chip(
          'due',
          <IconCalendarEvent size={14} stroke={1.5} aria-hidden />,
          `${formatDate(due.date, i18n.language)}${due.time ? `, ${due.time}` : ''}`,
        )}
      {estimateMinutes !== null &&
        chip(
          'estimate',
          <IconClock size={14} stroke={1.5} aria-hidden />,
          formatDuration(estimateMinutes * MINUTE),
        )}
      {category && chip('category', <CategoryIcon category={category} />, t(`category.${category}`))}
    </div>
  );
}
