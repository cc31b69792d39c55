import { useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenGap } from '#shared/ipc/time.ts';
import { useHere } from '../../../lib/here.ts';
import { FloatingCard } from '../../../ui/card/FloatingCard.tsx';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import { mark } from '../../../ui/Marked.tsx';
import { titleOf } from '../words.ts';
import { GapQuestion, type GapQuestionProps } from './GapQuestion.tsx';
import { useQuestion } from './use-question.ts';
import { leadOf, letters, questionOf } from './words.ts';

interface GapCardProps {
  readonly gap: OpenGap;
  readonly place: GapQuestionProps['place'];
  /** Without it the person was doing something else: it is only told. */
  readonly takesFocus: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The question beside its block, where the day is in sight, and above the timer bar elsewhere. */
export default function GapCard({ gap, place, takesFocus, onDone, onClose }: GapCardProps) {
  const { t } = useTranslation('gaps');
  const here = useHere();
  const announce = useAnnounce();
  const titleId = useId();
  const leadId = useId();
  const form = useRef<HTMLFormElement>(null);
  const question = useQuestion(gap, onDone);
  const block = `[data-gap="${gap.id}"]`;
  const about = useMemo(
    () => [
      { selector: block, side: 'right' as const },
      { selector: '[data-anchor="review"]', side: 'above' as const },
    ],
    [block],
  );
  const told = t('said.asked', {
    title: questionOf(gap, t),
    lead: leadOf(gap, here, t).replace(mark, titleOf(gap)),
  });
  useEffect(() => {
    document.querySelector(block)?.scrollIntoView({ block: 'nearest' });
  }, [block]);
  useEffect(() => {
    if (!takesFocus) announce(told);
  }, [takesFocus, announce, told]);
  return (
    <FloatingCard
      about={about}
      labelledBy={titleId}
      describedBy={leadId}
      width={368}
      takesFocus={takesFocus}
      onClose={onClose}
      onPress={(key) => {
        const answer = gap.choices.find((each) => letters[each] === key);
        if (!answer) return false;
        question.choose(answer);
        // In the form, so that Enter sends it.
        form.current?.querySelector<HTMLElement>(`[data-answer="${answer}"]`)?.focus();
        return true;
      }}
    >
      <GapQuestion
        form={form}
        gap={gap}
        question={question}
        titleId={titleId}
        leadId={leadId}
        place={place}
        onClose={onClose}
      />
    </FloatingCard>
  );
}
