import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { canCut } from '#shared/domain/gap-draft.ts';
import { length } from '#shared/domain/spans.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import { Button } from '../../../ui/Button.tsx';
import { PieceRow } from './PieceRow.tsx';
import classes from './Split.module.css';
import { SplitBar } from './SplitBar.tsx';
import type { Split } from './use-split.ts';

interface SplitEditorProps {
  readonly gap: OpenGap;
  readonly split: Split;
  readonly zone: string;
}

/** Divides a gap: a bar to drag, and a row for each piece. */
export function SplitEditor({ gap, split, zone }: SplitEditorProps) {
  const { t } = useTranslation('gaps');
  const longest = longestOf(split);
  return (
    <div className={classes.split}>
      <SplitBar split={split} zone={zone} />
      <ol className={classes.rows} aria-label={t('pieces')}>
        {split.pieces.map((piece, index) => (
          <PieceRow key={piece.key} gap={gap} split={split} piece={piece} index={index} zone={zone} />
        ))}
      </ol>
      {longest !== null && (
        <span className={classes.add}>
          <Button
            variant="quiet"
            size="sm"
            icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
            onClick={() => split.cut(longest)}
          >
            {t('addPiece')}
          </Button>
        </span>
      )}
    </div>
  );
}

/** The longest piece that can be cut; a new one is taken from it. */
function longestOf({ pieces }: Split): number | null {
  const cuttable = pieces.map((_, index) => index).filter((index) => canCut(pieces, index));
  const size = (index: number) => length(pieces[index] ?? { from: 0, to: 0 });
  return cuttable.toSorted((a, b) => size(b) - size(a))[0] ?? null;
}
