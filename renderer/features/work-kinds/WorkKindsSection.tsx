import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { useRead } from '../../lib/queries.ts';
import { useWorkKinds } from '../../lib/work-kinds.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Form } from '../../ui/Form.tsx';
import { useAnnounce } from '../../ui/feedback/Feedback.tsx';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { fieldError } from './field-error.ts';
import { KindRow } from './KindRow.tsx';
import classes from './WorkKinds.module.css';

/** The person's list of kinds of work: named, ordered, put away. Ctrl Z takes each step back. */
export default function WorkKindsSection() {
  const { t } = useTranslation(['settings', 'common']);
  const list = useRead('workKinds.list');
  const { all, nameOf } = useWorkKinds();
  if (list.error) return <ErrorState title={list.error.message} safe={t('common:nothingLost')} />;
  if (!list.data) return <LoadingBoxes heights={[360]} label={t('common:loading')} />;
  const used = all.filter((kind) => !kind.archived);
  const away = all.filter((kind) => kind.archived);
  return (
    <>
      <Panel title={t('workKinds.title')} flush>
        <p className={classes.lead}>{t('workKinds.lead')}</p>
        <ul className={classes.list} aria-label={t('workKinds.title')}>
          {used.map((kind, index) => (
            <KindRow
              key={kind.id}
              kind={kind}
              name={nameOf(kind.id)}
              place={index + 1}
              above={index === 0 ? undefined : (used[index - 2]?.id ?? null)}
              below={used[index + 1]?.id}
            />
          ))}
        </ul>
        <AddKind />
      </Panel>
      {away.length > 0 && (
        <Panel title={t('workKinds.archivedTitle')} flush>
          <p className={classes.lead}>{t('workKinds.archivedText')}</p>
          <ul className={classes.list} aria-label={t('workKinds.archivedTitle')}>
            {away.map((kind) => (
              <KindRow key={kind.id} kind={kind} name={nameOf(kind.id)} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function AddKind() {
  const { t } = useTranslation('settings');
  const announce = useAnnounce();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = async () => {
    try {
      await call('workKinds.add', { name });
      announce(t('workKinds.added', { name }));
      setName('');
    } catch (problem) {
      setError(fieldError(problem, (key) => t(`errors:${key}` as never)));
    }
  };
  return (
    <Form className={classes.add} onSubmit={() => void add()}>
      <TextInput
        className={classes.addName}
        aria-label={t('workKinds.newName')}
        placeholder={t('workKinds.newName')}
        value={name}
        maxLength={80}
        error={error}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setError(null);
        }}
      />
      <Button type="submit" icon={<IconPlus size={16} stroke={1.75} aria-hidden />}>
        {t('workKinds.add')}
      </Button>
    </Form>
  );
}
