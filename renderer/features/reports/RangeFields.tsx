import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/fields/DateField.tsx';

interface Range {
  /** ISO dates, both included. */
  readonly fromDate: string;
  readonly toDate: string;
}

interface RangeFieldsProps extends Range {
  readonly onChange: (range: Range) => void;
}

/** The first and the last day of a question; whichever is earlier comes first. */
export function RangeFields({ fromDate, toDate, onChange }: RangeFieldsProps) {
  const { t } = useTranslation('reports');
  const between = (one: string, other: string) => {
    const [from = one, to = other] = [one, other].toSorted();
    onChange({ fromDate: from, toDate: to });
  };
  return (
    <>
      <DateField
        compact
        required
        label={t('range.from')}
        value={fromDate}
        onChange={(from) => from && between(from, toDate)}
      />
      <DateField
        compact
        required
        label={t('range.to')}
        value={toDate}
        onChange={(to) => to && between(fromDate, to)}
      />
    </>
  );
}
