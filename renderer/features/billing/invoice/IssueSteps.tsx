import { IconCheck, IconCircle, IconCircleDotted } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssueProgress } from '#shared/ipc/billing.ts';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import classes from './IssueSteps.module.css';

const order = ['print', 'files', 'store'] as const;
const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** What is done, what is being done and what is to come while an invoice is issued; each step is said once. */
export function IssueSteps({ progress }: { readonly progress: IssueProgress }) {
  const { t } = useTranslation('billing');
  const announce = useAnnounce();
  const { step: now, lines, files } = progress;
  const wordsOf = (step: IssueProgress['step']) =>
    t(`issueSteps.${step}`, { count: step === 'files' ? files : lines });
  const said = wordsOf(now);
  useEffect(() => announce(said), [announce, said]);
  const steps = order.filter((step) => step !== 'files' || files > 0);
  const at = steps.indexOf(now);
  return (
    <ol className={classes.steps} aria-label={t('issueSteps.label')}>
      {steps.map((step, index) => (
        <li
          key={step}
          data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
          aria-current={index === at ? 'step' : undefined}
        >
          {index < at ? (
            <IconCheck {...icon} />
          ) : index === at ? (
            <IconCircleDotted {...icon} />
          ) : (
            <IconCircle {...icon} />
          )}
          {wordsOf(step)}
        </li>
      ))}
    </ol>
  );
}
