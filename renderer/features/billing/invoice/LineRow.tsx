import { Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDotsVertical, IconReceiptTax, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tax } from '#shared/domain/invoice.ts';
import type { LineView } from '#shared/ipc/billing.ts';
import { useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useTaxName } from '../einvoice/tax-name.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import { EntriesButton } from './EntriesButton.tsx';
import classes from './LineRow.module.css';
import { LineTaxDialog } from './LineTaxDialog.tsx';
import { quantityText } from './quantity.ts';
import type { Typing } from './typing.ts';
import { useTyped } from './use-typed.ts';

export interface LineRowProps {
  readonly line: LineView;
  readonly index: number;
  readonly count: number;
  readonly currency: string;
  /** Of the invoice; a line that bears another one says so. */
  readonly tax: Tax;
  /** The line takes something back, and bears what that bore. */
  readonly credits: boolean;
  /** Tracked hours stand in a column beside the billed ones. */
  readonly rounded: boolean;
  readonly onTyping: (typing: Typing) => void;
}

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** One line: its words can be changed in place; time and rate come from the work itself. */
export function LineRow(props: LineRowProps) {
  const { line, index, count, currency, tax, credits, rounded, onTyping } = props;
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const say = useSay();
  const change = useWrite('billing.changeLine');
  const move = useWrite('billing.moveLine');
  const remove = useWrite('billing.removeLine');
  const taxName = useTaxName();
  const [taxing, setTaxing] = useState(false);
  const ownTax = line.tax.category !== tax.category || line.tax.rate !== tax.rate;
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
          {ownTax && <span className={classes.tax}>{t('lineTax.said', { tax: taxName(line.tax) })}</span>}
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
            {!credits && line.percent === null && (
              <Menu.Item leftSection={<IconReceiptTax {...icon} />} onClick={() => setTaxing(true)}>
                {t('lineTax.open')}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconTrash {...icon} />}
              onClick={() =>
                remove.mutate(
                  { lineId },
                  { onSuccess: () => say.undoable(t('lineRemoved')), onError: sayError },
                )
              }
            >
              {t('removeLine')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {taxing && <LineTaxDialog line={line} tax={tax} onClose={() => setTaxing(false)} />}
      </td>
    </tr>
  );
}
