import { IconCalendarEvent, IconClock, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import type { QuickAdd, QuickPart } from '#shared/domain/quick-add.ts';
import type { Took } from '#shared/domain/similar-tasks.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { tip } from '../../../ui/tooltip/tip.ts';
import { CategoryIcon } from '../lib/icons.tsx';
import classes from './QuickChips.module.css';

export interface QuickChipsProps {
  readonly typed: QuickAdd;
  readonly zone: string;
  /** The person wants the words, not what was read in them. */
  readonly onDecline: (part: QuickPart) => void;
  /** What tasks like it took; a press takes the median over as the estimate. */
  readonly took: Took | null;
  readonly onUse: () => void;
}

/** What was read in a typed task, before Enter; a press on one leaves its words in the title. */
export function QuickChips({ typed, onDecline, took, onUse }: QuickChipsProps) {
  const { t, i18n } = useTranslation('tasks');
  const { due, estimateMinutes, category } = typed;
  if (!due && estimateMinutes === null && !category && !took) return null;
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
      {took && <Likely took={took} onUse={onUse} />}
    </div>
  );
}

function Likely({ took, onUse }: { readonly took: Took; readonly onUse: () => void }) {
  const { t } = useTranslation('tasks');
  const median = formatDuration(took.median * MINUTE);
  return (
    <button
      type="button"
      className={classes.likely}
      aria-keyshortcuts="Control+U"
      {...tip(t('similar.tip', { count: took.count, median }), ['Ctrl U'])}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      <IconClock size={14} stroke={1.5} aria-hidden />
      <span>{t('similar.likely', { median, most: formatDuration(took.most * MINUTE) })}</span>
      <span className="visually-hidden">, {t('similar.takeOver')}</span>
      <Kbd keys={['Ctrl U']} />
    </button>
  );
}
