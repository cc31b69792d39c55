import { Modal } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useState } from 'react';
import { rememberFocus } from '../focus-return.ts';
import { Kbd } from '../Kbd.tsx';
import classes from './SearchList.module.css';

export interface SearchSection<Row> {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Row[];
}

export interface SearchListProps<Row> {
  readonly icon: ReactNode;
  /** What the field is for; it is shown as long as the field is empty, unless there is a `placeholder`. */
  readonly label: string;
  readonly placeholder?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly maxLength?: number;
  /** Between the field and its Escape key. */
  readonly beside?: ReactNode;
  /** The list's name. */
  readonly results: string;
  readonly sections: readonly SearchSection<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly children: (row: Row, active: boolean) => ReactNode;
  readonly onRun: (row: Row) => void;
  /** Further keys, with the chosen row; true when one was used. */
  readonly onKey?: (event: KeyboardEvent, active: Row | undefined) => boolean;
  /** Instead of rows when there are none; null while that is not known. */
  readonly nothing: string | null;
  /** Read out when it changes: how many there are. */
  readonly count: string;
  readonly foot: ReactNode;
}

/** The window around a `SearchList`; `width` is a CSS length. */
export function SearchModal({
  opened,
  onClose,
  label,
  width,
  children,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly width: string;
  readonly children: ReactNode;
}) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={width}
      padding={0}
      yOffset="7rem"
      classNames={{ content: classes.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={label}>{children}</Modal.Content>
    </Modal.Root>
  );
}

/** A field to type in over a list to choose from; the keyboard stays in the field. The first row is chosen at first. */
export function SearchList<Row>(props: SearchListProps<Row>) {
  const { sections, keyOf, onRun, label, results, text } = props;
  const id = useId();
  // Asked with the first drawing, before the field takes the keyboard.
  const [giveBack] = useState(rememberFocus);
  useLayoutEffect(() => giveBack, [giveBack]);
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = sections.flatMap((section) => section.rows);
  const active = rows.find((row) => keyOf(row) === chosen) ?? rows[0];
  const optionId = (row: Row) => `${id}-${keyOf(row)}`;

  const choose = (row: Row | undefined) => {
    if (!row) return;
    setChosen(keyOf(row));
    document.getElementById(optionId(row))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = active ? rows.indexOf(active) : -1;
    if (event.key === 'ArrowDown') choose(rows[(at + 1) % rows.length]);
    else if (event.key === 'ArrowUp') choose(rows.at(at - 1));
    else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) onRun(active);
    else if (!props.onKey?.(event, active)) return;
    event.preventDefault();
  };

  return (
    <>
      <div className={classes.head}>
        <span className={classes.icon} aria-hidden="true">
          {props.icon}
        </span>
        <input
          className={classes.input}
          // biome-ignore lint/a11y/noAutofocus: typing follows the keys that open this, not one letter may be lost
          autoFocus
          data-autofocus
          value={text}
          maxLength={props.maxLength}
          onChange={(event) => {
            props.onText(event.target.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
          placeholder={props.placeholder ?? label}
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
        />
        {props.beside}
        <Kbd keys={['Esc']} />
      </div>
      <div className={classes.list} id={`${id}-list`} role="listbox" aria-label={results} tabIndex={-1}>
        {sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox's sections are groups, not field sets
          <div key={section.id} role="group" aria-labelledby={`${id}-${section.id}-label`}>
            <div className={classes.section} id={`${id}-${section.id}-label`}>
              {section.label}
            </div>
            {section.rows.map((row) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and takes the keys
              <div
                key={keyOf(row)}
                id={optionId(row)}
                className={classes.row}
                role="option"
                aria-selected={row === active}
                tabIndex={-1}
                onPointerMove={() => setChosen(keyOf(row))}
                onClick={() => onRun(row)}
              >
                {props.children(row, row === active)}
              </div>
            ))}
          </div>
        ))}
        {rows.length === 0 && props.nothing && <p className={classes.nothing}>{props.nothing}</p>}
      </div>
      <div className={classes.foot}>{props.foot}</div>
      <output className="visually-hidden">{props.count}</output>
    </>
  );
}
