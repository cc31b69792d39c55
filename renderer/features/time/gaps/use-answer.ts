import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import type { AnswerInput } from '#shared/ipc/time-gaps.ts';
import { call } from '../../../lib/api.ts';
import { type FieldTexts, refusedFields } from '../../../lib/form-errors.ts';
import { useSay } from '../../../lib/say.ts';
import { titleOf } from '../words.ts';

export interface Answering {
  readonly busy: boolean;
  /** Refusals by field. */
  readonly errors: FieldTexts;
  readonly clear: () => void;
  readonly send: (input: AnswerInput) => Promise<void>;
}

/** Sends an answer; it can be undone, and a refusal stands at its field or is told. */
export function useAnswer(gap: OpenGap, onDone: () => void): Answering {
  const { t, i18n } = useTranslation('gaps');
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<FieldTexts>({});
  return {
    busy,
    errors,
    clear: () => setErrors({}),
    send: async (input) => {
      setBusy(true);
      try {
        await call('time.answerGap', input);
        const time = formatDuration(gap.endedAt - gap.startedAt);
        const what = gap.endedAt === gap.startedAt ? 'discardNote' : input.answer;
        say.undoable(t(`said.${what}`, { time, what: titleOf(gap) }));
        onDone();
      } catch (error) {
        // Where it was to be moved to is what is wrong then.
        const taken = input.answer === 'move' && error instanceof AppError && error.code === 'conflict';
        const fields = taken ? { from: error.message } : refusedFields(i18n.t, error);
        setErrors(fields);
        if (!fields.from) say.refused(error);
      } finally {
        setBusy(false);
      }
    },
  };
}
