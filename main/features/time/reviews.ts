import { suggestPieces, without } from '#shared/domain/gap.ts';
import { clip, length, type Span } from '#shared/domain/spans.ts';
import { looksForgotten } from '#shared/domain/still-working.ts';
import type { DayEvent, GapView, OpenGap, ReviewTotals, SuggestedPiece } from '#shared/ipc/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Settings } from '../../ports/settings.ts';
import { type GapAnswers, spanOfGap } from './answers.ts';
import type { DayEvents } from './day-events.ts';
import type { GapRepository } from './gap-rows.ts';

export interface ReviewDeps {
  readonly gaps: GapRepository;
  readonly answers: GapAnswers;
  readonly events: DayEvents;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** What waits for an answer, with what its question shows. */
export class Reviews {
  readonly #deps: ReviewDeps;

  constructor(deps: ReviewDeps) {
    this.#deps = deps;
  }

  open(): OpenGap[] {
    return this.#deps.gaps.open().map((gap) => this.#opened(gap));
  }

  /** `today` is the span of the person's day, UTC milliseconds. */
  totals(today: Span): ReviewTotals {
    const open = this.#deps.gaps.open();
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
      return { ...gap, events: [], taken: [], suggestion: [], choices, kept: null, goneOn: null };
    }
    const { answers, events: calendar, settings, clock } = this.#deps;
    const events = calendar.within(span, gap.zone, null).filter(({ allDay }) => !allDay);
    const taken = answers.taken(gap);
    const free = without(span, taken);
    const keeps = free.every((part) => answers.fault(part) === null);
    const forgotten = looksForgotten(span, clock.zone(), settings.get('longTimerHours'));
    const goneOn = forgotten ? answers.goneOn(gap) : null;
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
      choices: [
        ...(goneOn ? (['stop'] as const) : []),
        ...(keeps && free.length > 0 ? (['keep'] as const) : []),
        'discard',
        ...(free.length > 0 ? (['split'] as const) : []),
      ],
      goneOn: goneOn?.startedAt ?? null,
      kept: this.#kept(gap, free[0]),
    };
  }

  #kept(gap: GapView, part: Span | undefined): OpenGap['kept'] {
    if (!part) return null;
    const { before, after } = this.#deps.answers.grown(gap, part);
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
