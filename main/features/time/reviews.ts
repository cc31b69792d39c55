import { suggestPieces, without } from '#shared/domain/gap.ts';
import { clip, length, type Span } from '#shared/domain/spans.ts';
import type { DayEvent, GapView, OpenGap, ReviewTotals, SuggestedPiece } from '#shared/ipc/time.ts';
import { type GapAnswers, spanOfGap } from './answers.ts';
import type { DayEvents } from './day-events.ts';
import type { GapRepository } from './gap-rows.ts';

/** What waits for an answer, with what its question shows. */
export class Reviews {
  readonly #gaps: GapRepository;
  readonly #answers: GapAnswers;
  readonly #events: DayEvents;

  constructor(gaps: GapRepository, answers: GapAnswers, events: DayEvents) {
    this.#gaps = gaps;
    this.#answers = answers;
    this.#events = events;
  }

  open(): OpenGap[] {
    return this.#gaps.open().map((gap) => this.#opened(gap));
  }

  /** `today` is the span of the person's day, UTC milliseconds. */
  totals(today: Span): ReviewTotals {
    const open = this.#gaps.open();
    const sum = (spans: readonly (Span | null)[]) =>
      spans.reduce((total, span) => total + (span ? length(span) : 0), 0);
    return {
      count: open.length,
      total: sum(open.map(spanOfGap)),
      today: sum(open.map((gap) => clip(spanOfGap(gap), today))),
      first: open[0] ?? null,
    };
  }

  #opened(gap: GapView): OpenGap {
    const span = spanOfGap(gap);
    if (gap.cause === 'clock_back') {
      const choices = length(span) > 0 ? (['discard', 'move'] as const) : (['discard'] as const);
      return { ...gap, events: [], taken: [], suggestion: [], choices, kept: null };
    }
    const events = this.#events.within(span, gap.zone, null).filter(({ allDay }) => !allDay);
    const taken = this.#answers.taken(gap);
    const free = without(span, taken);
    const keeps = free.every((part) => this.#answers.fault(part) === null);
    return {
      ...gap,
      events,
      taken,
      suggestion: suggestPieces<NonNullable<SuggestedPiece['subject']>>(
        span,
        { ...gap, eventKey: null },
        events.filter(({ entryId }) => entryId === null).map(pieceOf),
        taken,
      ).map(({ from, to, subject }) => ({ from, to, subject: subject && subjectView(subject) })),
      choices: free.length === 0 ? ['discard'] : keeps ? ['keep', 'discard', 'split'] : ['discard', 'split'],
      kept: this.#kept(gap, free[0]),
    };
  }

  #kept(gap: GapView, part: Span | undefined): OpenGap['kept'] {
    if (!part) return null;
    const { before, after } = this.#answers.grown(gap, part);
    return { startedAt: before?.startedAt ?? part.from, endedAt: after ? after.endedAt : part.to };
  }
}

function pieceOf(event: DayEvent) {
  const { clientId, clientName, clientCode, clientColor, start, end, title, key } = event;
  const client = { clientId, clientName, clientCode, clientColor };
  const about = { taskId: null, taskTitle: null, note: title, category: null, workKindId: null };
  return { from: start, to: end, subject: { ...client, ...about, eventKey: key } };
}

/** Only what a piece needs of whatever it was made of. */
function subjectView(subject: NonNullable<SuggestedPiece['subject']>): SuggestedPiece['subject'] {
  const { clientId, clientName, clientCode, clientColor } = subject;
  const { taskId, taskTitle, note, category, workKindId, eventKey } = subject;
  return {
    ...{ clientId, clientName, clientCode, clientColor },
    ...{ taskId, taskTitle, note: note.slice(0, 2_000), category, workKindId, eventKey },
  };
}
