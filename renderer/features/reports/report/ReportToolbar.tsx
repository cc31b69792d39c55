import { Menu } from '@mantine/core';
import { IconChevronDown, IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDates } from '#shared/domain/clock-format.ts';
import { presetOf, presetRange, rangePresets, stepRange } from '#shared/domain/report-range.ts';
import type { ReportQuery } from '#shared/ipc/reports.ts';
import { useHere } from '../../../lib/here.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { useSave } from '../use-save.ts';
import classes from './Report.module.css';

interface ReportToolbarProps {
  readonly query: ReportQuery;
  readonly weekStart: number;
  readonly views: ReactNode;
  readonly onChange: (part: Partial<ReportQuery>) => void;
}

/** Which dates, a step to either side, and where it goes: CSV or PDF. */
export function ReportToolbar({ query, weekStart, views, onChange }: ReportToolbarProps) {
  const { t, i18n } = useTranslation('reports');
  const { today } = useHere();
  const save = useSave();
  const range = { from: query.fromDate, to: query.toDate };
  const preset = presetOf(range, today, weekStart);
  const set = ({ from, to }: { readonly from: string; readonly to: string }) =>
    onChange({ fromDate: from, toDate: to });
  return (
    <Toolbar
      label={t('toolbar')}
      end={
        <>
          {views}
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="sm" icon={<IconDownload size={16} stroke={1.5} aria-hidden />}>
                {t('export')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void save('reports.csv', query)}>{t('exportCsv')}</Menu.Item>
              <Menu.Item onClick={() => void save('reports.pdf', query)}>{t('exportPdf')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <IconButton
        label={t('range.previous')}
        icon={<IconChevronLeft size={16} stroke={1.5} />}
        size="sm"
        keys={['[']}
        onClick={() => set(stepRange(range, -1))}
      />
      <IconButton
        label={t('range.next')}
        icon={<IconChevronRight size={16} stroke={1.5} />}
        size="sm"
        keys={[']']}
        onClick={() => set(stepRange(range, 1))}
      />
      <h2 className={classes.title}>{formatDates(query.fromDate, query.toDate, i18n.language)}</h2>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="sm" variant="quiet" aria-label={t('range.choose')}>
            {t(preset ? `range.${preset}` : 'range.own')}
            <IconChevronDown className={classes.chevron} size={14} stroke={1.5} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {rangePresets.map((each) => (
            <Menu.Item key={each} onClick={() => set(presetRange(each, today, weekStart))}>
              {t(`range.${each}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Toolbar>
  );
}
