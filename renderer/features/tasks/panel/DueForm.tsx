import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn, zoneCity } from '#shared/domain/clock-format.ts';
import { readClock } from '#shared/domain/clock-text.ts';
import type { Doubled } from '#shared/domain/due.ts';
import { addDays, weekday } from '#shared/domain/due-day.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Task } from '#shared/ipc/tasks.ts';
import { call } from '../../../lib/api.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import classes from './DueForm.module.css';
import { useProblem } from './use-save.ts';

export interface DueFormProps {
  readonly task: Task;
  readonly zone: string;
  readonly now: number;
  readonly onDone: () => void;
}

/** A day, and if wanted a time on the clocks of the person or of the client. */
export function DueForm({ task, zone, now, onDone }: DueFormProps) {
  const { t } = useTranslation('tasks');
  const problem = useProblem();
  const clientZone = useRead('clients.list').data?.find((client) => client.id === task.clientId)?.zone;
  const [date, setDate] = useState(task.due?.date ?? '');
  const [time, setTime] = useState(task.due?.time ?? '');
  const [chosenZone, setChosenZone] = useState(task.due?.zone ?? zone);
  const [doubled, setDoubled] = useState<Doubled | null>(task.dueDoubled);
  const [error, setError] = useState<{ readonly field: 'date' | 'time'; readonly text: string } | null>(null);
  const zones = [...new Set([zone, clientZone ?? zone, chosenZone])];
  const today = dateIn(now, zone);
  const days = [
    { key: 'today', date: today },
    { key: 'tomorrow', date: addDays(today, 1) },
    { key: 'nextWeek', date: addDays(today, 8 - weekday(today)) },
  ] as const;

  const save = async (due: { date: string; time: string } | null, which: Doubled | null = doubled) => {
    try {
      const timed = due?.time
        ? { time: due.time, zone: chosenZone, ...(which ? { doubled: which } : {}) }
        : {};
      const answer = await call('tasks.change', { id: task.id, due: due && { date: due.date, ...timed } });
      setError(null);
      // The clocks show this time twice: the form stays open and asks which one is meant.
      if (answer.dueDoubled && which === null) setDoubled(answer.dueDoubled);
      else onDone();
    } catch (failure) {
      const field = failure instanceof AppError && failure.details.fields?.['due.date'] ? 'date' : 'time';
      setError({ field, text: problem(failure) });
    }
  };
  const submit = () => {
    const clock = time.trim() === '' ? '' : readClock(time);
    if (clock === null) return setError({ field: 'time', text: t('errors:field.time') });
    setTime(clock);
    if (date) void save({ date, time: clock });
    else if (clock) setError({ field: 'date', text: t('errors:field.required') });
    else void save(null);
  };
  return (
    <Form className={classes.form} onSubmit={submit}>
      <div className={classes.days}>
        {days.map((day) => (
          <Button
            key={day.key}
            size="sm"
            onClick={() => void save({ date: day.date, time: readClock(time) ?? '' })}
          >
            {t(`due.${day.key}`)}
          </Button>
        ))}
      </div>
      <div className={classes.row}>
        <TextInput
          type="date"
          label={t('due.day')}
          value={date}
          error={error?.field === 'date' && error.text}
          onChange={(event) => {
            setDate(event.currentTarget.value);
            setDoubled(null);
          }}
          data-autofocus
        />
        <TextInput
          placeholder="17:00"
          inputMode="numeric"
          label={t('due.time')}
          value={time}
          error={error?.field === 'time' && error.text}
          onChange={(event) => {
            setTime(event.currentTarget.value);
            setDoubled(null);
          }}
        />
      </div>
      {time !== '' && zones.length > 1 && (
        <Select
          label={t('due.zone')}
          value={chosenZone}
          onChange={(value) => value && setChosenZone(value)}
          data={zones.map((value) => ({
            value,
            label: value === zone ? t('due.here', { city: zoneCity(value) }) : zoneCity(value),
          }))}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
      )}
      {doubled && (
        <div className={classes.doubled}>
          <span>{t('due.doubled', { time })}</span>
          <SegmentedControl
            size="xs"
            value={doubled}
            onChange={(value) => {
              setDoubled(value as Doubled);
              void save({ date, time }, value as Doubled);
            }}
            data={[
              { value: 'earlier', label: t('due.earlier') },
              { value: 'later', label: t('due.later') },
            ]}
          />
        </div>
      )}
      <div className={classes.actions}>
        {task.due && (
          <Button size="sm" variant="quiet" onClick={() => void save(null)}>
            {t('due.clear')}
          </Button>
        )}
        <Button size="sm" variant="primary" type="submit">
          {t('common:save')}
        </Button>
      </div>
    </Form>
  );
}
