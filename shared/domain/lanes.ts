import type { Span } from './spans.ts';

/** Where a span stands beside those it overlaps: lane `lane` of `lanes`, counted from 0. */
export interface Lane {
  readonly lane: number;
  readonly lanes: number;
}

/**
 * Lays overlapping spans side by side: spans that meet share a cluster, each takes the first free lane, and
 * all of one cluster are equally wide. Answers in the order of the input.
 */
export function layOut(spans: readonly Span[]): Lane[] {
  const order = spans.map((span, index) => ({ span, index })).sort((a, b) => a.span.from - b.span.from);
  const result: Lane[] = spans.map(() => ({ lane: 0, lanes: 1 }));
  let cluster: { index: number; lane: number }[] = [];
  let laneEnds: number[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;

  const close = () => {
    for (const { index, lane } of cluster) result[index] = { lane, lanes: laneEnds.length };
    cluster = [];
    laneEnds = [];
  };

  for (const { span, index } of order) {
    if (span.from >= clusterEnd) close();
    const free = laneEnds.findIndex((end) => end <= span.from);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = span.to;
    cluster.push({ index, lane });
    clusterEnd = Math.max(cluster.length === 1 ? span.to : clusterEnd, span.to);
  }
  close();
  return result;
}
