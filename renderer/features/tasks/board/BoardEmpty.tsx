import { IconColumns3, IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { KindIcon } from '../lib/icons.tsx';
import classes from './Board.module.css';

export interface BoardEmptyProps {
  readonly clientId: string;
  /** Cards are there, but the filter hides them all. */
  readonly filtered: boolean;
  readonly nothing: boolean;
  readonly onClear: () => void;
  readonly onColumns: () => void;
}

/** What stands in the middle of a board that shows no card. */
export function BoardEmpty({ clientId, filtered, nothing, onClear, onColumns }: BoardEmptyProps) {
  const { t } = useTranslation('tasks');
  const name = useRead('clients.list').data?.find((client) => client.id === clientId)?.name ?? '';
  if (!filtered && !nothing) return null;
  return (
    <div className={classes.empty}>
      {filtered ? (
        <EmptyState
          title={t('empty.filtered')}
          actions={
            <Button icon={<IconFilterOff size={16} stroke={1.5} aria-hidden />} onClick={onClear}>
              {t('filter.clear')}
            </Button>
          }
        >
          {t('empty.filteredText')}
        </EmptyState>
      ) : (
        <EmptyState
          icons={
            <>
              <KindIcon kind="todo" size={18} />
              <KindIcon kind="doing" size={18} />
              <KindIcon kind="done" size={18} />
            </>
          }
          title={t('empty.title', { name })}
          actions={
            <Button
              variant="quiet"
              icon={<IconColumns3 size={16} stroke={1.5} aria-hidden />}
              onClick={onColumns}
            >
              {t('empty.columns')}
            </Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      )}
    </div>
  );
}
