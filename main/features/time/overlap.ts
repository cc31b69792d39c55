import { clip, type Span, spanOf, total, union } from '#shared/domain/spans.ts';
import type { Overlap } from '#shared/ipc/time.ts';
import type { TimeRepository } from './repository.ts';

/** How much of `span` other entries than `besides` claim as well; the running one reaches to `now` (UTC milliseconds). */
export function overlapOf(entries: TimeRepository, span: Span, besides: string | null, now: number): Overlap {
  const shared = entries
    .touching(span, now, null)
    .filter((entry) => entry.id !== besides)
    .flatMap((entry) => {
      const part = clip(spanOf(entry, now), span);
      return part && part.to > part.from ? [{ entry, part }] : [];
    });
  return {
    length: total(union(shared.map(({ part }) => part))),
    entries: shared.map(({ entry }) => entry),
  };
}
