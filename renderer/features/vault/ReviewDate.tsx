import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { reviewStanding } from '#shared/domain/vault.ts';
import { tableStyles } from '../../ui/table.ts';
import classes from './Vault.module.css';

export interface ReviewDateProps {
  /** ISO days. */
  readonly reviewOn: string | null;
  readonly today: string;
}

/** When to ask whether the access is still needed; in words when that is near or past. */
export function ReviewDate({ reviewOn, today }: ReviewDateProps) {
  const { t, i18n } = useTranslation('vault');
  if (reviewOn === null) return <span className={tableStyles.muted}>{t('review.none')}</span>;
  const { state, days } = reviewStanding(reviewOn, today);
  const year = reviewOn.slice(0, 4) === today.slice(0, 4) ? '' : ` ${reviewOn.slice(0, 4)}`;
  const date = `${formatDate(reviewOn, i18n.language, 'short')}${year}`;
  const words =
    state === 'soon'
      ? t('review.in', { count: days })
      : state === 'due'
        ? days === 0
          ? t('review.today')
          : t('review.ago', { count: -days })
        : null;
  return (
    <span className={classes.review} data-state={state}>
      <span>{date}</span>
      {words && <span className={tableStyles.second}>{words}</span>}
    </span>
  );
}
