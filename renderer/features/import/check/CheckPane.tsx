import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import type { ImportCheck } from '#shared/ipc/import.ts';
import { useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import tileClasses from '../../../ui/Tiles.module.css';
import screen from '../Import.module.css';
import classes from './Check.module.css';
import { NoticesPanel } from './NoticesPanel.tsx';

interface CheckPaneProps {
  readonly check: ImportCheck;
  readonly problem: string | null;
}

/** The dry run in numbers, what needs a look, and the button that makes it so. */
export function CheckPane({ check, problem }: CheckPaneProps) {
  const { t, i18n } = useTranslation(['import', 'common']);
  const { refused } = useSay();
  const run = useWrite('import.run');
  const { mutate: back } = useWrite('import.back');
  const { mutate: close } = useWrite('import.close');
  const number = (value: number) => value.toLocaleString(i18n.language);
  const tiles: readonly (readonly [label: string, value: string, shown?: boolean])[] = [
    [t('check.fresh'), number(check.fresh)],
    [t('check.length'), formatDuration(check.length)],
    [t('check.newClients'), number(check.newClients), check.newClients > 0],
    [t('check.newTasks'), number(check.newTasks), check.newTasks > 0],
    [t('check.there'), number(check.there)],
    [t('check.skipped'), number(check.skipped)],
    [t('check.bad'), number(check.bad)],
  ];
  return (
    <>
      {problem && (
        <p className={screen.problem} role="alert">
          {problem}
        </p>
      )}
      <h3 className={screen.heading} role="status">
        {check.fresh > 0 ? t('check.title') : t('check.nothingNew')}
      </h3>
      <dl className={`${tileClasses.tiles} ${classes.numbers}`}>
        {tiles.map(
          ([label, value, shown = true]) =>
            shown && (
              <div key={label} className={tileClasses.tile}>
                <dt>{label}</dt>
                <dd>
                  <span>{value}</span>
                </dd>
              </div>
            ),
        )}
      </dl>
      <p className={screen.words}>{t('check.nothing')}</p>
      <NoticesPanel check={check} />
      <div className={screen.buttons}>
        {check.fresh > 0 && (
          <Button
            variant="primary"
            busy={run.isPending}
            onClick={() =>
              run.mutate(undefined, {
                onError: refused,
              })
            }
          >
            {t('check.run', { count: check.fresh })}
          </Button>
        )}
        <Button onClick={() => back(undefined)}>{t('common:back')}</Button>
        <Button variant="quiet" onClick={() => close(undefined)}>
          {t('common:cancel')}
        </Button>
      </div>
    </>
  );
}
