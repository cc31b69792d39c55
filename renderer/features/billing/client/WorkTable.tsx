import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TableHead } from '../../../ui/TableHead.tsx';
import { tableStyles } from '../../../ui/table.ts';
import tables from '../Tables.module.css';
import classes from './Agreements.module.css';

interface WorkLine {
  readonly key: string;
  /** A day, or the days that it is spread over. */
  readonly when: string;
  readonly what: ReactNode;
  /** Its time, or its amount. */
  readonly extent: string;
  readonly actions?: ReactNode;
}

interface WorkTableProps {
  readonly lines: readonly WorkLine[];
  readonly period?: boolean;
  readonly className?: string | undefined;
}

/** Work of a client that nothing bills by itself: when it was done, what it is, how much, and what can be done with it. */
export function WorkTable({ lines, period = false, className = tableStyles.scroll }: WorkTableProps) {
  const { t } = useTranslation('billing');
  const acting = lines.some(({ actions }) => actions !== undefined);
  return (
    <div className={className}>
      <table className={tableStyles.table}>
        <TableHead
          columns={[
            { label: t(period ? 'table.period' : 'table.day') },
            { label: t('table.description') },
            { label: t('table.time'), kind: 'number' },
            ...(acting ? [{ label: t('table.action'), kind: 'hidden' as const }] : []),
          ]}
        />
        <tbody>
          {lines.map(({ key, when, what, extent, actions }) => (
            <tr key={key}>
              <td className={classes.day}>{when}</td>
              <td>{what}</td>
              <td className={tableStyles.number}>{extent}</td>
              {acting && <td className={tables.side}>{actions}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
