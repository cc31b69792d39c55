import { useTranslation } from 'react-i18next';
import type { CheckInput, ReadingInput } from '#shared/ipc/import.ts';
import { useKept } from '../../lib/kept.tsx';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import { ClientsTable } from './clients/ClientsTable.tsx';
import { checkInputOf, noTargets, type Targets } from './clients/targets.ts';
import { ColumnsPanel } from './file/ColumnsPanel.tsx';
import { PreviewPanel } from './file/PreviewPanel.tsx';
import { QuestionsPanel } from './file/QuestionsPanel.tsx';
import classes from './Import.module.css';

export type Answers = Pick<CheckInput, 'dayStart' | 'person' | 'billable' | 'tags'>;

interface AskingPaneProps {
  readonly file: string;
  readonly step: 'file' | 'clients';
  readonly onStep: (step: 'file' | 'clients') => void;
  readonly problem: string | null;
  readonly onChoose: () => void;
}

/** What a person said about a file so far. */
interface Said {
  readonly answers: Answers;
  readonly order: ReadingInput['order'];
  readonly targets: Targets;
}

const nothing: Said = {
  answers: { dayStart: '09:00', person: null, billable: 'file', tags: false },
  order: null,
  targets: noTargets,
};

/**
 * What only a person knows: how the file is to be read, and which client is which. It is kept for the file until the
 * window closes, so that a look elsewhere costs no answer.
 */
export function AskingPane({ file, step, onStep, problem, onChoose }: AskingPaneProps) {
  const { t } = useTranslation(['import', 'common']);
  const { refused } = useSay();
  const { data: found } = useRead('import.found');
  const [said, setSaid] = useKept(`import ${file} ${found?.bytes}`, nothing);
  const { answers, targets } = said;
  const reading = useWrite('import.reading');
  const check = useWrite('import.check');
  const { mutate: close } = useWrite('import.close');
  if (!found) return <LoadingBoxes heights={[160, 200]} label={t('common:loading')} />;

  // A file that was chosen anew is read as if nobody had said anything yet.
  const order = said.order === found.reading.order ? said.order : null;
  const read = (change: Partial<ReadingInput>) => {
    if (change.order !== undefined) setSaid({ ...said, order: change.order });
    const { source, columns, zone } = found.reading;
    reading.mutate({ source, columns, zone, order, ...change }, { onError: refused });
  };
  const undecided = found.orderOpen && order === null;
  const stuck = found.columnFault !== null || undecided || found.clients.length === 0;
  return (
    <>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {found.header.length === 0 ? (
        <EmptyState title={t('emptyFile')}>
          <p>{t('emptyFileText')}</p>
        </EmptyState>
      ) : step === 'file' ? (
        <div className={classes.pane}>
          <QuestionsPanel
            found={found}
            order={order}
            answers={answers}
            onRead={read}
            onAnswers={(change) => setSaid({ ...said, answers: { ...answers, ...change } })}
          />
          <ColumnsPanel found={found} onRead={read} />
          <PreviewPanel found={found} />
        </div>
      ) : (
        <ClientsTable
          found={found}
          targets={targets}
          onTargets={(next) => setSaid({ ...said, targets: next })}
        />
      )}
      <div className={classes.buttons}>
        {step === 'file' ? (
          <Button variant="primary" disabled={stuck} onClick={() => onStep('clients')}>
            {t('next')}
          </Button>
        ) : (
          <>
            <Button
              variant="primary"
              busy={check.isPending}
              onClick={() => check.mutate(checkInputOf(found, targets, answers), { onError: refused })}
            >
              {t('clients.check')}
            </Button>
            <Button onClick={() => onStep('file')}>{t('common:back')}</Button>
          </>
        )}
        <Button onClick={onChoose}>{t('choose.another')}</Button>
        <Button variant="quiet" onClick={() => close(undefined)}>
          {t('common:cancel')}
        </Button>
      </div>
    </>
  );
}
