import type { ClientColor } from '#shared/domain/clients.ts';
import { clip, length, type Span, spanOf, type Tracked } from '#shared/domain/spans.ts';
import type { TrackedPart } from './TrackedBar.tsx';

interface Owned extends Tracked {
  readonly clientId: string;
  readonly clientName: string;
  readonly clientColor: ClientColor;
}

/** What of entries lies within `bounds`, by client, most first; a running one counts up to `now`. */
export function partsWithin(entries: readonly Owned[], bounds: Span, now: number): TrackedPart[] {
  const parts = new Map<string, TrackedPart>();
  for (const entry of entries) {
    const span = clip(spanOf(entry, now), bounds);
    if (!span) continue;
    const known = parts.get(entry.clientId);
    parts.set(entry.clientId, {
      id: entry.clientId,
      name: entry.clientName,
      colour: entry.clientColor,
      milliseconds: (known?.milliseconds ?? 0) + length(span),
    });
  }
  return [...parts.values()].sort((a, b) => b.milliseconds - a.milliseconds);
}
