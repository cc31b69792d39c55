import {
  IconAlertTriangle,
  IconChevronDown,
  IconChevronRight,
  IconExternalLink,
  IconPaperclip,
} from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../../lib/here.ts';
import { sizeText } from '../../../lib/size.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { changedText } from '../words.ts';
import classes from './FileTree.module.css';
import { KindIcon, kindOf } from './kinds.tsx';
import type { Node } from './nodes.ts';

export interface FileRowProps {
  readonly node: Node;
  readonly index: number;
  /** Takes part in the tab order. */
  readonly current: boolean;
  readonly style: CSSProperties;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
  readonly onAttach: () => void;
}

/** A folder or file: what it is, who changed it when, how large it is, and what can be done. */
export function FileRow(props: FileRowProps) {
  const { node, index, current, style, onFocus, onToggle, onOpen, onAttach } = props;
  const { t } = useTranslation('files');
  const { zone, locale, today } = useHere();
  const { file, folder, expanded } = node;
  const name = file?.name ?? folder.name;
  const kind = file ? kindOf(file.folder ? '.folder' : file.mimeType) : 'folder';
  const changed = file && !file.folder ? changedText(file.modifiedAt, today, zone, locale) : '';
  const size = file && file.size !== null ? sizeText(file.size, locale) : '';
  const state = file || folder.state === 'present' ? null : t(`state.${folder.state}`);
  const Chevron = expanded ? IconChevronDown : IconChevronRight;
  const label = [
    name,
    t(`kind.${kind}`),
    file?.shortcut && t('shortcut'),
    node.path,
    state,
    changed && t('changedBy', { when: changed, who: file?.modifiedBy || t('unknown') }),
    size,
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys
    <div
      role="treeitem"
      className={classes.row}
      data-index={index}
      data-current={current || undefined}
      style={{ ...style, '--level': node.level - 1 } as CSSProperties}
      tabIndex={current ? 0 : -1}
      aria-label={label.filter(Boolean).join(', ')}
      aria-level={node.level}
      aria-posinset={node.position}
      aria-setsize={node.siblings}
      aria-expanded={expanded ?? undefined}
      aria-selected={current}
      aria-keyshortcuts={file?.webUrl ? 'Enter O A' : undefined}
      onFocus={onFocus}
      onClick={() => expanded !== null && onToggle()}
      onDoubleClick={() => expanded === null && onOpen()}
    >
      <span className={classes.name}>
        <span className={classes.chevron}>
          {expanded !== null && <Chevron size={16} stroke={1.5} aria-hidden />}
        </span>
        <KindIcon kind={kind} />
        <span className={classes.words} data-root={file === null || undefined} title={name}>
          {name}
        </span>
        {node.path && <span className={classes.path} data-text={node.path} />}
        {file === null && folder.state === 'present' && (
          <span className={classes.path} data-text={t('count', { count: folder.files })} />
        )}
        {state && (
          <span aria-hidden="true">
            <Chip
              tone={folder.state === 'lost' ? 'warning' : 'neutral'}
              icon={folder.state === 'lost' && <IconAlertTriangle size={14} stroke={1.5} aria-hidden />}
            >
              {state}
            </Chip>
          </span>
        )}
      </span>
      <span className={classes.by} data-text={file && !file.folder ? file.modifiedBy : ''} />
      <span className={classes.when} data-text={changed} />
      <span className={classes.size} data-text={size} />
      <span className={classes.actions}>
        {file?.webUrl && (
          <>
            <IconButton
              size="sm"
              tabIndex={-1}
              label={t('attachNamed', { name })}
              keys={['A']}
              icon={<IconPaperclip size={16} stroke={1.5} aria-hidden />}
              onClick={(event) => {
                event.stopPropagation();
                onAttach();
              }}
            />
            <IconButton
              size="sm"
              tabIndex={-1}
              label={t('openNamed', { name })}
              keys={['O']}
              icon={<IconExternalLink size={16} stroke={1.5} aria-hidden />}
              onClick={(event) => {
                event.stopPropagation();
                onOpen();
              }}
            />
          </>
        )}
      </span>
    </div>
  );
}
