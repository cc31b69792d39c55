import { IconCircleCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { categories } from '#shared/domain/category.ts';
import type { AuditView, UnsortedEntry } from '#shared/ipc/audit.ts';
import type { AssignInput } from '#shared/ipc/time.ts';
import { call } from '../../../lib/api.ts';
import { useCommands } from '../../../lib/commands/CommandsProvider.tsx';
import { useSay } from '../../../lib/say.ts';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import { useGrowing } from '../../../ui/growing.ts';
import { KeyHints } from '../../../ui/KeyHints.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { nextIndex } from '../../../ui/roving.ts';
import classes from './Audit.module.css';
import { SortRow } from './SortRow.tsx';

/** What has no category or no kind of work, one after the other: 1, 2 and 3 set the category, K chooses the kind. */
export function SortList({ view }: { readonly view: AuditView }) {
  const { t } = useTranslation('reports');
  const announce = useAnnounce();
  const { refused } = useSay();
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(0);
  // Each with two fields to choose in, and up to some hundreds of them.
  const { most, foot } = useGrowing(12);
  const rows = view.unsorted.slice(0, most);
  const at = Math.min(active, Math.max(0, rows.length - 1));
  const current = rows[at];

  const focus = (index: number) => {
    setActive(index);
    list.current?.querySelectorAll<HTMLElement>('[data-sort]')[index]?.focus();
  };
  const left = view.unsortedCount;
  const assign = useCallback(
    async (entry: UnsortedEntry, to: Omit<AssignInput, 'ids'>) => {
      try {
        await call('time.assign', { ids: [entry.id], ...to });
        const lacks = [to.category ?? entry.category, to.workKindId ?? entry.workKindId].includes(null);
        const count = lacks ? left : left - 1;
        announce(count === 0 ? t('audit.said.done') : t('audit.said.left', { count }));
      } catch (error) {
        refused(error);
      }
    },
    [left, announce, refused, t],
  );
  // The row that was sorted goes; the next one takes its place and the focus.
  const shownIds = rows.map((row) => row.id).join();
  const held = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are the reason, not what is read
  useLayoutEffect(() => {
    if (held.current && !list.current?.contains(document.activeElement)) focus(at);
  }, [shownIds]);

  const commands = useMemo(
    () =>
      current
        ? [
            ...categories.map((category, index) => ({
              id: `audit.${category}`,
              label: t('audit.command.category', { category: t(`time:category.${category}`) }),
              keys: String(index + 1),
              run: () => {
                held.current = true;
                void assign(current, { category });
              },
            })),
            {
              id: 'audit.kind',
              label: t('audit.command.kind'),
              keys: 'k',
              run: () => kindField(list.current, at)?.focus(),
            },
          ]
        : [],
    [current, at, assign, t],
  );
  useCommands(commands);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextIndex(event.key, at, rows.length);
    if (next === null) return;
    event.preventDefault();
    focus(next);
  };

  const locked = view.lockedCount > 0 && (
    <p className={classes.note}>{t('audit.locked', { count: view.lockedCount })}</p>
  );
  if (!current) {
    return (
      <div className={classes.done} role="status">
        <IconCircleCheck size={20} stroke={1.5} aria-hidden />
        <div>
          <strong>{t('audit.allSorted')}</strong>
          <p>{t('audit.allSortedTodo')}</p>
          {locked}
        </div>
      </div>
    );
  }
  return (
    <Panel
      title={t('audit.toSort')}
      meta={t('audit.toSortCount', { count: view.unsortedCount })}
      actions={
        <KeyHints
          hints={[
            { keys: ['↑', '↓'], label: t('audit.hint.move') },
            { keys: ['1', '2', '3'], label: t('audit.hint.category') },
            { keys: ['K'], label: t('audit.hint.kind') },
          ]}
        />
      }
      flush
    >
      <ul
        ref={list}
        className={classes.list}
        aria-label={t('audit.toSort')}
        onKeyDown={onKeyDown}
        onFocus={() => {
          held.current = true;
        }}
        onBlur={(event) => {
          if (event.relatedTarget) held.current = event.currentTarget.contains(event.relatedTarget);
        }}
      >
        {rows.map((entry, index) => (
          <SortRow
            key={entry.id}
            entry={entry}
            view={view}
            active={index === at}
            onFocus={() => setActive(index)}
            onAssign={(to) => void assign(entry, to)}
          />
        ))}
        {most < view.unsorted.length && <li ref={foot} aria-hidden="true" />}
      </ul>
      {locked}
    </Panel>
  );
}

function kindField(list: HTMLElement | null, at: number): HTMLElement | null {
  const row = list?.querySelectorAll('[data-sort]')[at];
  return row?.querySelector<HTMLElement>('[aria-haspopup="listbox"]') ?? null;
}
