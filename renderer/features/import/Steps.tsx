import { useTranslation } from 'react-i18next';
import classes from './Steps.module.css';

const steps = ['file', 'clients', 'check', 'done'] as const;
export type StepName = (typeof steps)[number];

/** Where one is on the way; not to be pressed, each step has its own buttons. */
export function Steps({ current }: { readonly current: StepName }) {
  const { t } = useTranslation('import');
  const at = steps.indexOf(current);
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-done={index < at || undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={classes.number} aria-hidden="true">
            {index + 1}
          </span>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
