import { Checkbox, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { importSources } from '#shared/domain/import/columns.ts';
import type { ImportFound, ReadingInput } from '#shared/ipc/import.ts';
import { zoneChoices } from '../../../lib/zone-choices.ts';
import { ClockField } from '../../../ui/fields/ClockField.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import type { Answers } from '../AskingPane.tsx';
import classes from './File.module.css';

const orders = ['day-month', 'month-day'] as const;
const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
const everybody = '*';

interface QuestionsPanelProps {
  readonly found: ImportFound;
  /** Null as long as nobody has said. */
  readonly order: ReadingInput['order'];
  readonly answers: Answers;
  readonly onRead: (change: Partial<ReadingInput>) => void;
  readonly onAnswers: (change: Partial<Answers>) => void;
}

/** What the file is, and what it leaves open. A question that has only one answer is not asked. */
export function QuestionsPanel({ found, order, answers, onRead, onAnswers }: QuestionsPanelProps) {
  const { t, i18n } = useTranslation('import');
  const { reading, people } = found;
  const zones = useMemo(() => zoneChoices(reading.zone), [reading.zone]);
  return (
    <Panel title={t('questions')} meta={useFacts(found)}>
      <div className={classes.fields}>
        <Select
          label={t('source')}
          data={importSources.map((value) => ({ value, label: t(`sources.${value}`) }))}
          value={reading.source}
          allowDeselect={false}
          onChange={(value) => value && onRead({ source: value as ReadingInput['source'] })}
        />
        <Select
          label={t('zone')}
          data={zones}
          value={reading.zone}
          searchable
          allowDeselect={false}
          onChange={(value) => value && onRead({ zone: value })}
        />
        {found.orderOpen && (
          <Select
            label={t('order')}
            placeholder={t('orderChoose')}
            data={orders.map((value) => ({ value, label: t(`orders.${value}`) }))}
            value={order}
            allowDeselect={false}
            withAsterisk
            error={order === null ? t('orderOpen') : undefined}
            onChange={(value) => value && onRead({ order: value as ReadingInput['order'] })}
          />
        )}
        {people.length > 1 && (
          <Select
            label={t('person')}
            data={[
              { value: everybody, label: t('everybody') },
              ...people.map(({ name, rows }) => ({
                value: `=${name}`,
                label: t('personRows', {
                  name: name || t('nameless'),
                  rows: rows.toLocaleString(i18n.language),
                }),
              })),
            ]}
            value={answers.person === null ? everybody : `=${answers.person}`}
            searchable
            allowDeselect={false}
            onChange={(value) => onAnswers({ person: value?.startsWith('=') ? value.slice(1) : null })}
          />
        )}
        <Select
          label={t('billable')}
          data={(['file', 'none'] as const).map((value) => ({ value, label: t(`billables.${value}`) }))}
          value={answers.billable}
          allowDeselect={false}
          onChange={(value) => value && onAnswers({ billable: value as Answers['billable'] })}
        />
        {found.untimed > 0 && (
          <ClockField
            label={t('dayStart')}
            value={answers.dayStart}
            onChange={(dayStart) => onAnswers({ dayStart })}
          />
        )}
        {found.tagged > 0 && (
          <Checkbox
            className={classes.tick}
            label={t('tags')}
            checked={answers.tags}
            onChange={(event) => onAnswers({ tags: event.currentTarget.checked })}
          />
        )}
      </div>
      {found.untimed > 0 && <p className={classes.words}>{t('dayStartText', { count: found.untimed })}</p>}
    </Panel>
  );
}

/** How many rows, of when, and how the file is written. */
function useFacts({ rows, first, last, encoding, separator }: ImportFound): string {
  const { t, i18n } = useTranslation('import');
  const locale = i18n.language;
  const span =
    first && last
      ? t('facts', {
          rows: rows.toLocaleString(locale),
          from: formatDate(first, locale, 'dated'),
          to: formatDate(last, locale, 'dated'),
        })
      : t('factsEmpty');
  const form = t('encoding', {
    encoding: encoding.toUpperCase(),
    separator: t(`separators.${separatorNames[separator]}`),
  });
  return `${span} · ${form}`;
}
