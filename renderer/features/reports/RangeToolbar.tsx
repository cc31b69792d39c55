import { Menu } from '@mantine/core';
import { IconChevronDown, IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDates } from '#shared/domain/clock-format.ts';
import {
  type DateRange,
  presetOf,
  presetRange,
  rangePresets,
  stepRange,
} from '#shared/domain/report-range.ts';
import { useCommands } from '../../lib/commands/CommandsProvider.tsx';
import { useHere } from '../../lib/here.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import classes from './RangeToolbar.module.css';

interface RangeToolbarProps {
  readonly label: string;
  readonly range: DateRange;
  readonly weekStart: number;
  readonly views: ReactNode;
  readonly onRange: (range: DateRange) => void;
  /** Where it can go: a table, a document. */
  readonly exports: readonly { readonly label: string; readonly run: () => void }[];
}

/** Which dates, a step to either side, and where the answer goes. */
export function RangeToolbar({ label, range, weekStart, views, onRange, exports }: RangeToolbarProps) {
  const { t, i18n } = useTranslation('reports');
  const { today } = useHere();
  const preset = presetOf(range, today, weekStart);
  const commands = useMemo(
    () => [
      {
        id: 'time.previous',
        label: t('range.previous'),
        keys: '[',
        run: () => onRange(stepRange(range, -1)),
      },
      { id: 'time.next', label: t('range.next'), keys: ']', run: () => onRange(stepRange(range, 1)) },
    ],
    [t, range, onRange],
  );
  useCommands(commands);
  return (
    <Toolbar
      label={label}
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
              {exports.map((each) => (
                <Menu.Item key={each.label} onClick={each.run}>
                  {each.label}
                </Menu.Item>
              ))}
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
        onClick={() => onRange(stepRange(range, -1))}
      />
      <IconButton
        label={t('range.next')}
        icon={<IconChevronRight size={16} stroke={1.5} />}
        size="sm"
        keys={[']']}
        onClick={() => onRange(stepRange(range, 1))}
      />
      <h2 className={classes.title}>{formatDates(range.from, range.to, i18n.language)}</h2>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="sm" variant="quiet">
            {t(preset ? `range.${preset}` : 'range.own')}
            <IconChevronDown className={classes.chevron} size={14} stroke={1.5} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {rangePresets.map((each) => (
            <Menu.Item key={each} onClick={() => onRange(presetRange(each, today, weekStart))}>
              {t(`range.${each}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Toolbar>
  );
}
