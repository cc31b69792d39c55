import { useTranslation } from 'react-i18next';
import classes from './WeekdayPicker.module.css';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export interface WeekdayPickerProps {
  readonly id: string;
  readonly label: string;
  /** Id of the words that explain it. */
  readonly describedBy: string;
  /** ISO days of the week, 1 is Monday. */
  readonly value: readonly number[];
  /** Takes them in the order of the week. */
  readonly onChange: (value: number[]) => void;
}

/** The days of the week in a row, each on or off. */
export function WeekdayPicker({ id, label, describedBy, value, onChange }: WeekdayPickerProps) {
  const { t } = useTranslation('settings');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of its parent
    <div role="group" id={id} aria-label={label} aria-describedby={describedBy} className={classes.week}>
      {WEEKDAYS.map((day) => {
        const name = t(`general.weekdays.${day}`);
        return (
          <label key={day} className={classes.day} title={name}>
            <input
              type="checkbox"
              className="visually-hidden"
              aria-label={name}
              checked={value.includes(day)}
              onChange={({ currentTarget }) =>
                onChange(
                  WEEKDAYS.filter((each) => (each === day ? currentTarget.checked : value.includes(each))),
                )
              }
            />
            <span aria-hidden>{name.slice(0, 2)}</span>
          </label>
        );
      })}
    </div>
  );
}
