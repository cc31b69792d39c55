import { useTranslation } from 'react-i18next';
import type { FolderView } from '#shared/ipc/files.ts';
import { go, settingsHref } from '../../../lib/addresses.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../Notice.tsx';
import classes from './FilesPane.module.css';
import treeClasses from './FileTree.module.css';
import { FileTree } from './FileTree.tsx';
import { foundNodes } from './found.ts';
import type { Node } from './nodes.ts';
import { useTree } from './use-tree.ts';

export interface FilesPaneProps {
  readonly clientId: string;
  readonly folders: readonly FolderView[];
  /** What the filter holds; empty shows the tree. */
  readonly text: string;
  readonly onOpen: (node: Node) => void;
  readonly onAttach: (node: Node) => void;
  readonly onClear: () => void;
}

/** The tree, or with a filter all that it finds in every folder. */
export function FilesPane({ clientId, folders, text, onOpen, onAttach, onClear }: FilesPaneProps) {
  const { t } = useTranslation('files');
  const tree = useTree(folders);
  const lost = folders.filter(({ state }) => state === 'lost');
  return (
    <div className={classes.pane}>
      {lost.length > 0 && (
        <Notice
          text={t('lost', { count: lost.length, names: lost.map(({ name }) => name).join(', ') })}
          action={
            <Button size="sm" onClick={() => go(settingsHref('accounts'))}>
              {t('settings')}
            </Button>
          }
        />
      )}
      {tree.failed && (
        <Notice
          text={t('folderFailed')}
          action={
            <Button size="sm" onClick={tree.retry}>
              {t('common:retry')}
            </Button>
          }
        />
      )}
      <div className={treeClasses.head} aria-hidden="true">
        <span>{t('column.name')}</span>
        <span>{t('column.by')}</span>
        <span>{t('column.changed')}</span>
        <span className={treeClasses.size}>{t('column.size')}</span>
        <span />
      </div>
      {text === '' ? (
        <FileTree nodes={tree.nodes} onToggle={tree.toggle} onOpen={onOpen} onAttach={onAttach} />
      ) : (
        <Found
          clientId={clientId}
          folders={folders}
          text={text}
          onOpen={onOpen}
          onAttach={onAttach}
          onClear={onClear}
        />
      )}
    </div>
  );
}

function Found({ clientId, folders, text, onOpen, onAttach, onClear }: FilesPaneProps) {
  const { t } = useTranslation('files');
  const { data, error } = useRead('files.find', { clientId, text }, { keepPrevious: true });
  if (error) return <Notice text={error.message} />;
  if (!data) return null;
  if (data.files.length === 0) {
    return (
      <EmptyState title={t('nothingFound')} actions={<Button onClick={onClear}>{t('clearFilter')}</Button>} />
    );
  }
  return (
    <>
      <p className={classes.count} role="status">
        {t(data.more ? 'foundMore' : 'foundCount', { count: data.files.length })}
      </p>
      <FileTree
        flat
        nodes={foundNodes(folders, data.files)}
        onToggle={() => undefined}
        onOpen={onOpen}
        onAttach={onAttach}
      />
    </>
  );
}
