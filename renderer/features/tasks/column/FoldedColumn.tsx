import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnRow } from '#shared/ipc/board.ts';
import { tip } from '../../../ui/tooltip/tip.ts';
import { KindIcon } from '../lib/icons.tsx';
import classes from './Column.module.css';

export interface FoldedColumnProps {
  readonly column: ColumnRow;
  readonly over: boolean;
  readonly onUnfold: () => void;
}

/** A column folded to a strip: it opens with a press and takes dropped cards at its head. */
export function FoldedColumn({ column, over, onUnfold }: FoldedColumnProps) {
  const { t } = useTranslation('tasks');
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({
      element: element.current,
      getData: () => ({ columnId: column.id }),
      canDrop: ({ source }) => source.data.type === 'card',
    });
  }, [column.id]);
  return (
    <button
      ref={element}
      type="button"
      className={classes.folded}
      data-column={column.id}
      data-kind={column.kind}
      data-over={over || undefined}
      aria-expanded="false"
      onClick={onUnfold}
      {...tip(t('column.unfoldTip', { name: column.name }))}
    >
      <KindIcon kind={column.kind} />
      <span className={classes.foldedName}>{column.name}</span>
      <span className={classes.foldedCount}>{column.count}</span>
      <span className="visually-hidden">{t('column.unfold', { count: column.count })}</span>
    </button>
  );
}
