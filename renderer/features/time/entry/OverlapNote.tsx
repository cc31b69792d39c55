import { IconArrowsDiff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MINUTE } from '#shared/domain/duration.ts';
import type { Span } from '#shared/domain/spans.ts';
import { overlapWords } from '../../../lib/overlap-words.ts';
import { useRead } from '../../../lib/queries.ts';
import { StateWord } from '../../../ui/Chip.tsx';

/** Says before an entry is saved which other time it would count twice. Nothing stands in the way of saving it. */
export function OverlapNote({
  span,
  besides,
}: {
  readonly span: Span | null;
  readonly besides: string | null;
}) {
  const { t } = useTranslation('time');
  const asked = span !== null && span.to - span.from >= MINUTE;
  const { from, to } = span ?? { from: 0, to: 0 };
  const { data } = useRead('time.overlap', { from, to, besides }, { enabled: asked, keepPrevious: true });
  if (!asked || !data || data.length < MINUTE) return null;
  return (
    <div role="status">
      <StateWord tone="warning" icon={<IconArrowsDiff size={14} stroke={1.5} aria-hidden />}>
        {overlapWords(data, t)}
      </StateWord>
    </div>
  );
}
