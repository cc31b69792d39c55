import { useTranslation } from 'react-i18next';
import { tableStyles } from '../../ui/table.ts';
import { useFormat } from './format.ts';

interface RoundedProps {
  /** As it counts, and as it was tracked. */
  readonly seconds: number;
  readonly tracked: number;
}

/** Hours as they count, and what was tracked below them where they were rounded. */
export function Rounded({ seconds, tracked }: RoundedProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  return (
    <>
      {format.hours(seconds)}
      {seconds !== tracked && (
        <span className={tableStyles.second}>{t('ledger.tracked', { time: format.hours(tracked) })}</span>
      )}
    </>
  );
}
