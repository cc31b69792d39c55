import { useTranslation } from 'react-i18next';
import { useKept } from '../../lib/kept.tsx';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { View } from '../../ui/View.tsx';
import { AskingPane } from './AskingPane.tsx';
import { CheckPane } from './check/CheckPane.tsx';
import { DonePane } from './DonePane.tsx';
import { FailedPane } from './FailedPane.tsx';
import classes from './Import.module.css';
import { IntroPane } from './IntroPane.tsx';
import { type StepName, Steps } from './Steps.tsx';
import { WorkPane } from './WorkPane.tsx';

/** From a file of another tracker to entries here: what it is, whose it is, what would happen, done. */
export default function ImportScreen() {
  const { t } = useTranslation('import');
  const { refused } = useSay();
  const { data: state } = useRead('import.state');
  const [asking, setAsking] = useKept<'file' | 'clients'>('import step', 'file');
  const choose = useWrite('import.choose');
  const pick = () =>
    choose.mutate(undefined, {
      onSuccess: (chosen) => chosen && setAsking('file'),
      onError: refused,
    });

  if (state === undefined) return <LoadingBoxes heights={[48, 200, 240]} label={t('common:loading')} />;
  const step = state === null ? null : stepOf(state.phase, asking);
  return (
    <View
      toolbar={
        <Toolbar label={t('title')} end={step && <Steps current={step} />}>
          <h2 className={classes.title}>{state?.file ?? t('title')}</h2>
        </Toolbar>
      }
    >
      <div className={classes.pane}>
        {state === null && <IntroPane onChoose={pick} busy={choose.isPending} />}
        {state?.phase === 'failed' && <FailedPane problem={state.problem ?? ''} onChoose={pick} />}
        {(state?.phase === 'reading' || state?.phase === 'checking' || state?.phase === 'importing') && (
          <WorkPane phase={state.phase} progress={state.progress} />
        )}
        {state && state.phase !== 'failed' && state.phase !== 'done' && (
          <div hidden={state.phase !== 'asking'}>
            <AskingPane
              key={state.file}
              file={state.file}
              step={asking}
              onStep={setAsking}
              problem={state.problem}
              onChoose={pick}
            />
          </div>
        )}
        {state?.phase === 'checked' && state.check && (
          <CheckPane check={state.check} problem={state.problem} />
        )}
        {state?.phase === 'done' && state.result && <DonePane result={state.result} onChoose={pick} />}
      </div>
    </View>
  );
}

function stepOf(phase: string, asking: 'file' | 'clients'): StepName {
  if (phase === 'asking') return asking;
  if (phase === 'checking' || phase === 'checked' || phase === 'importing') return 'check';
  return phase === 'done' ? 'done' : 'file';
}
