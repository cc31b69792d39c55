import { Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDotsVertical, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LineView } from '#shared/ipc/billing.ts';
import { useWrite } from '../../../lib/queries.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import { EntriesButton } from './EntriesButton.tsx';
import classes from './LineRow.module.css';
import { quantityText } from './quantity.ts';
import type { Typing } from './typing.ts';
import { useTyped } from './use-typed.ts';

export interface LineRowProps {
  readonly line: LineView;
  readonly index: number;
  readonly count: number;
  readonly currency: string;
  /** Tracked hours stand in a column beside the billed ones. */
  readonly rounded: boolean;
  readonly onTyping: (typing: Typing) => void;
}

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** One line: its words can be changed in place; time and rate come from the work itself. */
export function LineRow({ line, index, count, currency, rounded, onTyping }: LineRowProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const change = useWrite('billing.changeLine');
  const move = useWrite('billing.moveLine');
  const remove = useWrite('billing.removeLine');
  const { id: lineId } = line;
  const text = useTyped(line.text, (typed) => {
    if (typed.trim()) change.mutate({ lineId, text: typed }, { onError: sayError });
    else onTyping({ [lineId]: line.text });
  });
  const cancel = () => {
    text.cancel();
    onTyping({ [lineId]: line.text });
  };
  return (
    <tr>
      <td className={classes.text}>
        <div className={classes.cell}>
          <input
            className={classes.input}
            aria-label={t('lineText', { number: index + 1 })}
            value={text.value}
            maxLength={500}
            onChange={(event) => {
              text.type(event.currentTarget.value);
              onTyping({ [lineId]: event.currentTarget.value });
            }}
            onBlur={text.finish}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
              if (event.key === 'Escape') cancel();
            }}
          />
          <EntriesButton line={line} rounded={rounded} />
        </div>
      </td>
      {rounded && (
        <td className={tableStyles.number}>
          {line.rawSeconds === null ? '–' : format.hours(line.rawSeconds)}
        </td>
      )}
      <td className={tableStyles.number}>{quantityText(line, format.language)}</td>
      <td className={tableStyles.number}>
        {line.percent === null ? format.money(line.unit, currency) : '–'}
      </td>
      <td className={`${tableStyles.number} ${tableStyles.strong}`}>{format.money(line.net, currency)}</td>
      <td className={classes.menu}>
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton
              size="sm"
              label={t('lineActions', { text: line.text })}
              icon={<IconDotsVertical {...icon} />}
            />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconArrowUp {...icon} />}
              disabled={index === 0}
              onClick={() => move.mutate({ lineId, to: index - 1 }, { onError: sayError })}
            >
              {t('moveUp')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown {...icon} />}
              disabled={index === count - 1}
              onClick={() => move.mutate({ lineId, to: index + 1 }, { onError: sayError })}
            >
              {t('moveDown')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash {...icon} />}
              onClick={() => remove.mutate({ lineId }, { onError: sayError })}
            >
              {t('removeLine')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}
