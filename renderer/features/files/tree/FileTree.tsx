import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRowFocus } from '../../../ui/row-focus.ts';
import { FileRow } from './FileRow.tsx';
import classes from './FileTree.module.css';
import { type Node, step } from './nodes.ts';

export interface FileTreeProps {
  readonly nodes: readonly Node[];
  /** Found by the filter, so that rows say where they lie. */
  readonly flat?: boolean;
  readonly onToggle: (node: Node) => void;
  readonly onOpen: (node: Node) => void;
  readonly onAttach: (node: Node) => void;
}

const rowRem = 2.25;

/** Folders and files as a tree with one tab stop. Only the rows in sight exist, and the one with the focus. */
export function FileTree({ nodes, flat = false, onToggle, onOpen, onAttach }: FileTreeProps) {
  const { t } = useTranslation('files');
  const scroller = useRef<HTMLDivElement>(null);
  const focusRow = useRowFocus(scroller, 'data-index');
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    nodes.findIndex(({ key }) => key === chosen),
  );
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtual = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowRem * rem,
    getItemKey: (index) => nodes[index]?.key ?? index,
    overscan: 12,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      return rows.includes(at) || at >= nodes.length ? rows : [...rows, at].sort((a, b) => a - b);
    },
  });
  const focus = (index: number) => {
    const node = nodes[index];
    if (!node) return;
    setChosen(node.key);
    virtual.scrollToIndex(index);
    focusRow(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const node = nodes[at];
    if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = step(nodes, at, event.key);
    if (next && 'to' in next) focus(next.to);
    else if (next) onToggle(node);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (node.expanded !== null) onToggle(node);
      else onOpen(node);
    } else if (event.key.toLowerCase() === 'o') onOpen(node);
    else if (event.key.toLowerCase() === 'a') onAttach(node);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.scroller} ref={scroller}>
      <div
        className={classes.tree}
        role="tree"
        aria-label={t(flat ? 'found' : 'tree')}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const node = nodes[index];
          return (
            node && (
              <FileRow
                key={key}
                node={node}
                index={index}
                current={index === at}
                style={{ top: start, height: size }}
                onFocus={() => setChosen(node.key)}
                onToggle={() => onToggle(node)}
                onOpen={() => onOpen(node)}
                onAttach={() => onAttach(node)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
