import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryFilter, EntryView } from '#shared/ipc/time.ts';
import type { EntryActions } from '../actions.ts';
import { Filters } from './Filters.tsx';
import classes from './ListPane.module.css';
import { Rows } from './Rows.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useSelection } from './use-selection.ts';

interface ListPaneProps {
  readonly filter: EntryFilter;
  /** On a client's own page the client is not a choice. */
  readonly fixedClient: string | null;
  readonly onFilter: (filter: EntryFilter) => void;
  readonly actions: EntryActions;
  readonly onEdit: (entry: EntryView) => void;
}

/** All entries, newest first, narrowed by what is asked for. */
export default function ListPane({ filter, fixedClient, onFilter, actions, onEdit }: ListPaneProps) {
  const { t } = useTranslation('time');
  const selection = useSelection(filter);
  const [count, setCount] = useState(0);
  return (
    <section className={classes.pane} aria-label={t('list.title')}>
      {selection.ids.size > 0 ? (
        <SelectionBar
          ids={[...selection.ids]}
          count={count}
          actions={actions}
          onAll={() => void selection.all()}
          onClear={selection.clear}
        />
      ) : (
        <Filters filter={filter} fixedClient={fixedClient} onFilter={onFilter} />
      )}
      <Rows
        filter={filter}
        fixedClient={fixedClient}
        selection={selection}
        onCount={setCount}
        onFilter={onFilter}
        actions={actions}
        onEdit={onEdit}
      />
    </section>
  );
}
