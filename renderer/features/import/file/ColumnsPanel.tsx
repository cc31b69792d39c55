import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importFields } from '#shared/domain/import/columns.ts';
import type { ImportFound, ReadingInput } from '#shared/ipc/import.ts';
import classes from './File.module.css';

const nowhere = '-';

interface ColumnsPanelProps {
  readonly found: ImportFound;
  readonly onRead: (change: Partial<ReadingInput>) => void;
}

/** Which column means what: open for a table that is not known, folded for one that is. */
export function ColumnsPanel({ found, onRead }: ColumnsPanelProps) {
  const { t } = useTranslation('import');
  const { source, columns } = found.reading;
  const [open, setOpen] = useState(source === 'other' || found.columnFault !== null);
  return (
    <details className={classes.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(open ? 'columns.title' : 'columns.show')}</summary>
      <div>
        {found.columnFault && (
          <p className={classes.fault} role="alert">
            {t(`errors:${found.columnFault}` as never)}
          </p>
        )}
        <div className={classes.fields}>
          {importFields.map((field) => (
            <NativeSelect
              key={field}
              label={t(`fields.${field}`)}
              value={String(columns[field] ?? nowhere)}
              data={[
                { value: nowhere, label: t('columns.none') },
                ...found.header.map((name, index) => ({
                  value: String(index),
                  label: name || `${index + 1}`,
                })),
              ]}
              onChange={({ currentTarget: { value } }) => {
                const { [field]: _, ...others } = columns;
                onRead({ columns: value === nowhere ? others : { ...others, [field]: Number(value) } });
              }}
            />
          ))}
        </div>
      </div>
    </details>
  );
}
