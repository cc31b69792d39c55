import type { DraftPiece } from '#shared/domain/gap-draft.ts';
import type { Choice, EntryClient, OpenGap, SuggestedPiece } from '#shared/ipc/time.ts';
import type { PieceInput } from '#shared/ipc/time-gaps.ts';

/** What a piece of a gap can be. */
export interface PieceSubject extends EntryClient {
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  readonly note: string;
  /** The event that it is made of. */
  readonly eventKey: string | null;
  /** Only of the work that ran; elsewhere those of the task hold. */
  readonly kept: Pick<OpenGap, 'category' | 'workKindId' | 'billable'> | null;
}

export type Piece = DraftPiece<PieceSubject>;

/** The work that ran when the gap began. */
export function runningSubject(gap: OpenGap): PieceSubject {
  const { category, workKindId, billable } = gap;
  return { ...clientOf(gap), ...workOf(gap), eventKey: null, kept: { category, workKindId, billable } };
}

export function suggestedSubject(gap: OpenGap, subject: SuggestedPiece['subject']): PieceSubject | null {
  if (!subject) return null;
  if (subject.eventKey === null) return runningSubject(gap);
  return { ...clientOf(subject), ...workOf(subject), eventKey: subject.eventKey, kept: null };
}

/** Events that touch the gap and are no entries yet. */
export function eventSubjects(gap: OpenGap): PieceSubject[] {
  return gap.events
    .filter(({ entryId }) => entryId === null)
    .map((event) => ({
      ...clientOf(event),
      ...{ taskId: null, taskTitle: null, note: event.title, eventKey: event.key, kept: null },
    }));
}

export function choiceSubject(choice: Choice): PieceSubject {
  const { taskId, taskTitle } = choice;
  return { ...clientOf(choice), taskId, taskTitle, note: '', eventKey: null, kept: null };
}

/** Names a subject among the choices; null is nothing. */
export function subjectKey(subject: PieceSubject | null): string {
  if (!subject) return 'nothing';
  if (subject.eventKey) return `event ${subject.eventKey}`;
  return `work ${subject.clientId} ${subject.taskId ?? ''} ${subject.note}`;
}

/** The pieces as they are saved. An event becomes an entry once: of its second piece only the words stay. */
export function pieceInputs(pieces: readonly Piece[]): PieceInput[] {
  const used = new Set<string>();
  return pieces.map(({ from, to, subject }) => {
    if (!subject) return { from, to, subject: null };
    const { clientId, taskId, note, eventKey, kept } = subject;
    const once = eventKey !== null && !used.has(eventKey) ? { eventKey } : {};
    if (eventKey) used.add(eventKey);
    return { from, to, subject: { clientId, taskId, note, ...once, ...kept } };
  });
}

function clientOf({ clientId, clientName, clientCode, clientColor }: EntryClient): EntryClient {
  return { clientId, clientName, clientCode, clientColor };
}

function workOf({ taskId, taskTitle, note }: Pick<PieceSubject, 'taskId' | 'taskTitle' | 'note'>) {
  return { taskId, taskTitle, note };
}
