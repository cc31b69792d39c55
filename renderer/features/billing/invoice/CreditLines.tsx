import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { editableAmount } from '#shared/domain/money-text.ts';
import type { CreditableLine } from '#shared/ipc/billing-credits.ts';
import { TableHead } from '../../../ui/TableHead.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useFormat } from '../format.ts';
import classes from './Credit.module.css';

/** Amounts by line as they are typed; lines that are not chosen are not there. */
export type TypedCredit = Readonly<Record<string, string>>;

export interface CreditLinesProps {
  readonly lines: readonly CreditableLine[];
  readonly currency: string;
  readonly typed: TypedCredit;
  readonly onType: (typed: TypedCredit) => void;
  readonly errors: Readonly<Record<string, string | undefined>>;
}

/** The lines of an invoice, each to be taken back whole, in part, or not. */
export function CreditLines({ lines, currency, typed, onType, errors }: CreditLinesProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const without = (id: string) => Object.fromEntries(Object.entries(typed).filter(([key]) => key !== id));
  return (
    <div className={tableStyles.scroll}>
      <table className={tableStyles.table}>
        <TableHead
          columns={[
            { label: t('table.description') },
            { label: t('credit.left'), kind: 'number' },
            { label: t('credit.amount', { currency }), kind: 'number' },
          ]}
        />
        <tbody>
          {lines.map(({ id, text, left }) => (
            <tr key={id}>
              <td className={classes.line}>
                <Checkbox
                  label={text}
                  checked={typed[id] !== undefined}
                  onChange={(event) =>
                    onType(
                      event.currentTarget.checked
                        ? { ...typed, [id]: editableAmount(left, currency, format.language) }
                        : without(id),
                    )
                  }
                />
              </td>
              <td className={tableStyles.number}>{format.money(left, currency)}</td>
              <td className={classes.amount}>
                <TextInput
                  aria-label={t('credit.amountOf', { text })}
                  inputMode="decimal"
                  autoComplete="off"
                  value={typed[id] ?? ''}
                  disabled={typed[id] === undefined}
                  error={errors[id]}
                  onChange={(event) => onType({ ...typed, [id]: event.currentTarget.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
