import { useTranslation } from 'react-i18next';
import { useCommandRegistry } from '../../../lib/commands/CommandsProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FormProblem } from '../form/FormProblem.tsx';
import classes from './SaveBar.module.css';

export interface SaveBarProps {
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly problem: Error | null;
  readonly onDiscard: () => void;
}

/** Stays in sight at the foot while something is not saved. */
export function SaveBar({ dirty, busy, problem, onDiscard }: SaveBarProps) {
  const { t } = useTranslation(['clients', 'common']);
  const { mac } = useCommandRegistry();
  if (!dirty) return null;
  return (
    <div className={classes.bar}>
      <FormProblem error={problem} />
      <div className={classes.row}>
        <Button size="lg" variant="primary" type="submit" busy={busy} keys={[mac ? '⌘ S' : 'Ctrl S']}>
          {t('common:save')}
        </Button>
        <Button size="lg" onClick={onDiscard}>
          {t('edit.discard')}
        </Button>
        <span className={classes.words}>{t('edit.unsaved')}</span>
      </div>
    </div>
  );
}
