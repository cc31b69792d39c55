import { IconBrandGoogle, IconClock, IconHistory, IconSun, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { ClientMark } from '../../ui/ClientMark.tsx';
import { Choice } from './Choice.tsx';
import classes from './FirstRun.module.css';
import { BoardPicture, CalendarPicture, RailPicture } from './pictures.tsx';

export interface FirstRunProps {
  readonly onAddClient: () => void;
  readonly onConnect: () => void;
  readonly onSample: () => void;
  readonly onRestore: () => void;
  /** What the app took from the system: "English", "Tallinn, 24-hour clock", "Theme follows the system". */
  readonly facts: { readonly language: string; readonly clock: string; readonly theme: string };
  readonly onSettings: () => void;
  /** The choice whose work is under way. */
  readonly busy?: 'sample' | undefined;
}

const ROW: readonly number[] = [1, 5, 6, 7, 2, 4, 3, 8];

/** The first screen of an empty workspace: three ways in, one of them the obvious one. */
export function FirstRun(props: FirstRunProps) {
  const { onAddClient, onConnect, onSample, onRestore, facts, onSettings, busy } = props;
  const { t } = useTranslation('shell');
  return (
    <main className={classes.page} id="main">
      <div className={classes.marks} aria-hidden="true">
        {ROW.map((colour) => (
          <ClientMark key={colour} colour={colour} size={16} />
        ))}
      </div>
      <h1 className={classes.title}>{t('firstRun.title')}</h1>
      <p className={classes.lead}>{t('firstRun.lead')}</p>
      <div className={classes.choices}>
        <Choice
          picture={<RailPicture label={t('firstRun.yourFirst')} />}
          title={t('firstRun.client.title')}
          text={t('firstRun.client.text')}
          action={
            <Button variant="primary" size="lg" block keys={['1']} onClick={onAddClient} autoFocus>
              {t('firstRun.client.action')}
            </Button>
          }
        />
        <Choice
          picture={<CalendarPicture days={t('firstRun.weekdays').split(' ')} />}
          title={t('firstRun.google.title')}
          text={t('firstRun.google.text')}
          action={
            <Button
              size="lg"
              block
              keys={['2']}
              icon={<IconBrandGoogle size={16} stroke={1.75} aria-hidden />}
              onClick={onConnect}
            >
              {t('firstRun.google.action')}
            </Button>
          }
        />
        <Choice
          picture={<BoardPicture label={t('common:sampleData')} />}
          title={t('firstRun.sample.title')}
          text={t('firstRun.sample.text')}
          action={
            <Button size="lg" block keys={['3']} onClick={onSample} busy={busy === 'sample'}>
              {t('firstRun.sample.action')}
            </Button>
          }
        />
      </div>
      <p className={classes.restore}>
        <IconHistory size={16} stroke={1.5} aria-hidden />
        {t('firstRun.moving')}
        <Button variant="link" onClick={onRestore}>
          {t('firstRun.restore')}
        </Button>
      </p>
      <button type="button" className={classes.facts} onClick={onSettings}>
        <span>
          <IconWorld size={14} stroke={1.5} aria-hidden />
          {facts.language}
        </span>
        <span>
          <IconClock size={14} stroke={1.5} aria-hidden />
          {facts.clock}
        </span>
        <span>
          <IconSun size={14} stroke={1.5} aria-hidden />
          {facts.theme}
        </span>
      </button>
    </main>
  );
}
