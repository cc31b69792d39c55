import { useState } from 'react';
import { MINUTE } from '#shared/domain/duration.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import type { AnswerInput } from '#shared/ipc/time-gaps.ts';
import { useMinuteReader } from '../../../lib/clock.tsx';
import { useHere } from '../../../lib/here.ts';
import { type LocalEntry, useLocalEntry } from '../entry/local-entry.ts';
import { type Added, addedByKeeping, addedBySplitting } from './after.ts';
import { pieceInputs } from './subject.ts';
import { type Answering, useAnswer } from './use-answer.ts';
import { type Split, useSplit } from './use-split.ts';

export type Answer = OpenGap['choices'][number];

export interface Question {
  readonly choice: Answer | null;
  readonly choose: (choice: Answer) => void;
  readonly split: Split;
  readonly target: LocalEntry;
  readonly answering: Answering;
  /** What the chosen answer adds to tracked time; null while that is not clear. */
  readonly added: readonly Added[] | null;
  /** Null while something is missing or wrong. */
  readonly input: AnswerInput | null;
}

/**
 * Who goes on for longer than this after a gap has not just found a forgotten timer, milliseconds: that it stops, which
 * would not count this time, is still offered, but no longer chosen.
 */
const JUST_BACK = 15 * MINUTE;

/**
 * What a person is about to answer. That a timer was forgotten, or else a suggestion from the calendar, stands there
 * chosen; nothing else does.
 */
export function useQuestion(gap: OpenGap, onDone: () => void): Question {
  const { zone } = useHere();
  const minute = useMinuteReader();
  const suggested = gap.suggestion.some(({ subject }) => subject?.eventKey);
  const [choice, setChoice] = useState<Answer | null>(() => {
    if (gap.choices.length === 1) return gap.choices[0] ?? null;
    if (gap.goneOn !== null && minute() - gap.goneOn < JUST_BACK) return 'stop';
    return suggested && gap.choices.includes('split') ? 'split' : null;
  });
  const split = useSplit(gap, zone);
  const target = useLocalEntry(gap.startedAt, zone, '');
  const answering = useAnswer(gap, onDone);
  const whole = gap.endedAt - gap.startedAt;

  const found = (): { added: readonly Added[] | null; input: AnswerInput | null } => {
    const { id } = gap;
    if (choice === 'keep') return { added: addedByKeeping(gap), input: { id, answer: 'keep' } };
    if (choice === 'discard' || choice === 'stop') return { added: [], input: { id, answer: choice } };
    if (choice === 'split') {
      const wrong = Object.keys(split.faults).length > 0;
      const pieces = pieceInputs(split.pieces);
      return {
        added: addedBySplitting(split.pieces),
        input: wrong ? null : { id, answer: 'split', pieces },
      };
    }
    const from = choice === 'move' ? target.at : null;
    if (from === null) return { added: null, input: null };
    return {
      added: [{ from, to: from + whole, client: gap }],
      input: { id, answer: 'move', from },
    };
  };
  return {
    choice,
    choose: (next) => {
      answering.clear();
      setChoice(next);
    },
    split,
    target,
    answering,
    ...found(),
  };
}
