import {
  IconBulb,
  IconCircle,
  IconCircleCheck,
  IconEye,
  IconHourglass,
  IconRepeat,
  IconStarFilled,
} from '@tabler/icons-react';
import type { ColumnKind } from '#shared/domain/board.ts';
import type { Category } from '#shared/domain/category.ts';

const stroke = 1.5;

/** A circle half full. */
function HalfCircle({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
      <circle cx="12" cy="12" r="9" strokeWidth={stroke} />
      <path d="M12 3a9 9 0 0 1 0 18Z" fill="currentColor" strokeWidth={stroke} />
    </svg>
  );
}

/** What a column is for, as a small shape; its name always stands beside it. */
export function KindIcon({ kind, size = 16 }: { readonly kind: ColumnKind; readonly size?: number }) {
  if (kind === 'doing') return <HalfCircle size={size} />;
  if (kind === 'waiting') return <IconHourglass size={size} stroke={stroke} aria-hidden />;
  if (kind === 'review') return <IconEye size={size} stroke={stroke} aria-hidden />;
  if (kind === 'done') return <IconCircleCheck size={size} stroke={stroke} aria-hidden />;
  return <IconCircle size={size} stroke={stroke} aria-hidden />;
}

export function CategoryIcon({
  category,
  size = 14,
}: {
  readonly category: Category;
  readonly size?: number;
}) {
  if (category === 'key') return <IconStarFilled size={size} aria-hidden />;
  if (category === 'routine') return <IconRepeat size={size} stroke={stroke} aria-hidden />;
  return <IconBulb size={size} stroke={stroke} aria-hidden />;
}
