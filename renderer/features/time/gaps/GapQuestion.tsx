import { IconX } from '@tabler/icons-react';
import { type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import { useCountedUntil } from '../../../lib/clock.tsx';
import { useHere } from '../../../lib/here.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Marked } from '../../../ui/Marked.tsx';
import { LocalFields } from '../entry/LocalFields.tsx';
import { titleOf } from '../words.ts';
import { Choice } from './Choice.tsx';
import { DayBecomes } from './DayBecomes.tsx';
import classes from './GapQuestion.module.css';
import { SplitEditor } from './SplitEditor.tsx';
import type { Answer, Question } from './use-question.ts';
import { leadOf, letters, questionOf } from './words.ts';

export interface GapQuestionProps {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly gap: OpenGap;
  readonly question: Question;
  readonly titleId: string;
  readonly leadId: string;
  /** Which of how many it is; null when it is asked alone. */
  readonly place: { readonly number: number; readonly count: number } | null;
  readonly onClose: () => void;
}

/** Where the time went: the answers with what follows from each. Nothing changes before it is saved. */
export function GapQuestion({ form, gap, question, titleId, leadId, place, onClose }: GapQuestionProps) {
  const { t } = useTranslation('gaps');
  const { choice, choose, split, target, answering, input, added } = question;
  const here = useHere();
  const name = useId();
  const time = formatDuration(gap.endedAt - gap.startedAt);
  const note = gap.endedAt === gap.startedAt;
  const submit = () => {
    if (input && !answering.busy) void answering.send(input);
  };
  const words = useConsequences(gap);
  const offered = (answer: Answer) => gap.choices.includes(answer);
  const common = (answer: Answer) => ({
    name,
    answer,
    label: note ? t('noted') : t(answer),
    letter: gap.choices.length > 1 ? letters[answer].toUpperCase() : null,
    consequence: words[answer],
    chosen: choice === answer,
    onChoose: () => choose(answer),
  });
  return (
    <Form ref={form} className={classes.question} onSubmit={submit}>
      <div className={classes.head}>
        <h2 className={classes.title} id={titleId}>
          {questionOf(gap, t)}
        </h2>
        {place && place.count > 1 && <span className={classes.place}>{t('place', { ...place })}</span>}
      </div>
      <p className={classes.lead} id={leadId}>
        <Marked text={leadOf(gap, here, t)} value={titleOf(gap)} /> {!note && t('nothingYet')}
      </p>
      <fieldset className={classes.choices}>
        <legend className="visually-hidden">{t('choices')}</legend>
        {offered('stop') && <Choice {...common('stop')} />}
        {offered('keep') && <Choice {...common('keep')} />}
        {offered('discard') && <Choice {...common('discard')} />}
        {offered('split') && (
          <Choice {...common('split')}>
            <SplitEditor gap={gap} split={split} zone={here.zone} />
          </Choice>
        )}
        {offered('move') && (
          <Choice {...common('move')}>
            <div className={classes.target}>
              <LocalFields
                entry={target}
                labels={{
                  date: t('moveDate'),
                  time: t('moveStart'),
                  which: t('moveWhich', { time: target.time }),
                }}
                error={answering.errors.from}
              />
            </div>
          </Choice>
        )}
      </fieldset>
      <div className={classes.foot}>
        <DayBecomes gap={gap} added={note ? null : added} stops={choice === 'stop'} />
        <span className={classes.buttons}>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="primary" busy={answering.busy} disabled={input === null}>
            {t(`save.${note ? 'discardNote' : (choice ?? 'none')}`, { time })}
          </Button>
        </span>
      </div>
      {/* Last in order, so that the way out is not what Tab meets first. */}
      <IconButton
        className={classes.close}
        size="sm"
        label={t('common:close')}
        keys={['Esc']}
        icon={<IconX size={18} stroke={1.5} aria-hidden />}
        onClick={onClose}
      />
    </Form>
  );
}

/** What each answer would do, in words. */
function useConsequences(gap: OpenGap): Record<Answer, string> {
  const { t } = useTranslation('gaps');
  const { zone } = useHere();
  const counted = useCountedUntil(gap.kept?.endedAt === null ? gap.kept.startedAt : null);
  const until = useCountedUntil(gap.goneOn);
  const what = titleOf(gap);
  const time = formatDuration(gap.endedAt - gap.startedAt);
  const goesOn = gap.goneOn === null ? 'discardLeaves' : 'discardRuns';
  const left = gap.cause === 'clock_back' ? 'discardBack' : goesOn;
  const event = gap.events.find(({ entryId }) => entryId === null);
  const grows =
    gap.kept && gap.taken.length === 0
      ? t('keepGrows', {
          what,
          time: formatDuration((gap.kept.endedAt ?? counted) - gap.kept.startedAt),
        })
      : t('keepNew', { what, time: formatDuration(freeOf(gap)) });
  const from = formatClock(gap.startedAt, zone);
  const since = gap.goneOn === null ? 0 : until - gap.goneOn;
  return {
    stop:
      since >= MINUTE
        ? t('stopEndsSince', {
            time: from,
            since: formatDuration(since),
            back: formatClock(gap.endedAt, zone),
          })
        : t('stopEnds', { time: from }),
    keep: grows,
    discard: gap.endedAt === gap.startedAt ? t('discardNote') : t(left, { time }),
    split: event ? t('splitEvent', { event: event.title || t('time:day.untitled') }) : t('splitFree'),
    move: t('moveTo', { what, time }),
  };
}

/** Milliseconds of a gap that nothing is tracked in. */
function freeOf(gap: OpenGap): number {
  return gap.taken.reduce((left, { from, to }) => left - (to - from), gap.endedAt - gap.startedAt);
}
