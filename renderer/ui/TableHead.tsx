import { tableStyles } from './table.ts';

export interface TableColumn {
  readonly label: string;
  /** `number` stands at the right like its figures; `hidden` is only spoken, as over buttons. */
  readonly kind?: 'number' | 'hidden';
}

/** The heads of a native table's columns. */
export function TableHead({ columns }: { readonly columns: readonly TableColumn[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ label, kind }) => (
          <th key={label} scope="col" className={kind === 'number' ? tableStyles.number : undefined}>
            {kind === 'hidden' ? <span className="visually-hidden">{label}</span> : label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
