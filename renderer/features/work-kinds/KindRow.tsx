import { TextInput } from '@mantine/core';
import { IconArchive, IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkKind } from '#shared/ipc/work-kinds.ts';
import { call } from '../../lib/api.ts';
import { useSay } from '../../lib/say.ts';
import { Button } from '../../ui/Button.tsx';
import { useAnnounce } from '../../ui/feedback/Feedback.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { fieldError } from './field-error.ts';
import classes from './WorkKinds.module.css';

interface KindRowProps {
  readonly kind: WorkKind;
  readonly name: string;
  /** Its number among those in use, from 1. */
  readonly place?: number;
  /** What it stands below after a step up; undefined where there is none. */
  readonly above?: string | null | undefined;
  /** What it stands below after a step down. */
  readonly below?: string | undefined;
}

export function KindRow({ kind, name, place = 0, above, below }: KindRowProps) {
  const { t, i18n } = useTranslation('settings');
  const announce = useAnnounce();
  const { refused } = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const leaving = useRef(false);

  const act = async (work: () => Promise<unknown>, said: string) => {
    try {
      await work();
      announce(said);
    } catch (problem) {
      refused(problem);
    }
  };
  const move = (under: string | null, to: number) =>
    act(
      () => call('workKinds.move', { id: kind.id, above: under }),
      t('workKinds.movedTo', { name, place: to }),
    );
  const finish = async () => {
    if (leaving.current || typed === null) return;
    try {
      if (typed.trim() !== name) await call('workKinds.rename', { id: kind.id, name: typed });
      setTyped(null);
    } catch (problem) {
      setError(fieldError(problem, (key) => t(`errors:${key}` as never)));
    }
  };

  if (typed !== null) {
    return (
      <li className={classes.row}>
        <TextInput
          className={classes.addName}
          aria-label={t('workKinds.name')}
          value={typed}
          maxLength={80}
          error={error}
          autoFocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setError(null);
          }}
          onBlur={() => void finish()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void finish();
            if (event.key !== 'Escape') return;
            leaving.current = true;
            setTyped(null);
          }}
        />
      </li>
    );
  }
  return (
    <li className={classes.row}>
      <span className={classes.name}>{name}</span>
      <span className={classes.count}>
        {t('workKinds.entries', { count: kind.entries, number: kind.entries.toLocaleString(i18n.language) })}
      </span>
      {kind.archived ? (
        <Button
          size="sm"
          aria-label={t('workKinds.restoreNamed', { name })}
          onClick={() =>
            void act(
              () => call('workKinds.archive', { id: kind.id, archived: false }),
              t('workKinds.restored', { name }),
            )
          }
        >
          {t('workKinds.restore')}
        </Button>
      ) : (
        <span className={classes.actions}>
          <IconButton
            size="sm"
            label={t('workKinds.up', { name })}
            aria-disabled={above === undefined}
            icon={<IconArrowUp size={16} stroke={1.5} />}
            onClick={() => above !== undefined && void move(above, place - 1)}
          />
          <IconButton
            size="sm"
            label={t('workKinds.down', { name })}
            aria-disabled={below === undefined}
            icon={<IconArrowDown size={16} stroke={1.5} />}
            onClick={() => below !== undefined && void move(below, place + 1)}
          />
          <IconButton
            size="sm"
            label={t('workKinds.rename', { name })}
            icon={<IconPencil size={16} stroke={1.5} />}
            onClick={() => {
              leaving.current = false;
              setTyped(name);
            }}
          />
          <IconButton
            size="sm"
            label={t('workKinds.archiveNamed', { name })}
            icon={<IconArchive size={16} stroke={1.5} />}
            onClick={() =>
              void act(
                () => call('workKinds.archive', { id: kind.id, archived: true }),
                t('workKinds.archived', { name }),
              )
            }
          />
        </span>
      )}
    </li>
  );
}
