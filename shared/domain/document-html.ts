import { escapeHtml } from './html-text.ts';
import { invoiceStyle, pageStyle } from './invoice-style.ts';

/** A row of a printed table: texts as they stand; the first column is to the left, all others to the right. */
export interface DocumentRow {
  readonly cells: readonly string[];
  readonly level?: 'part' | 'sum';
}

export interface DocumentTable {
  readonly head: readonly string[];
  /** Columns whose text is to the left, counted from 0; the first always is. */
  readonly left?: readonly number[];
  readonly rows: readonly DocumentRow[];
}

export interface PrintedDocument {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly tables: readonly DocumentTable[];
  readonly notes: readonly string[];
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'";

const style = `
h1 { margin-bottom: 5mm; }
.facts { grid-template-columns: repeat(auto-fit, minmax(34mm, auto)); }
td:first-child { font-weight: 400; }
td.left, th.left { text-align: left; white-space: normal; }
tr.row td:first-child { font-weight: 500; }
tr.part td:first-child { padding-left: 5mm; color: #55514a; }
tr.sum td { font-weight: 600; border-top: 1pt solid #1f1e1b; border-bottom: 0; }
thead { display: table-header-group; }
`;

/** A page of tables in the look of our invoices, for printing. Everything is escaped; no script runs, nothing loads. */
export function documentHtml({ language, title, facts, tables, notes }: PrintedDocument): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${pageStyle('a4')}${invoiceStyle}${style}</style>
</head>
<body><main>
<h1>${escapeHtml(title)}</h1>
<dl class="facts">${facts
    .map(([label, value]) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`)
    .join('')}</dl>
${tables.map(tableOf).join('\n')}
${notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('\n')}
</main></body>
</html>`;
}

function tableOf({ head, left = [], rows }: DocumentTable): string {
  const side = (index: number) => (left.includes(index) ? ' class="left"' : '');
  const cells = (row: DocumentRow) =>
    row.cells.map((cell, index) => `<td${side(index)}>${escapeHtml(cell)}</td>`).join('');
  return `<table><thead><tr>${head
    .map((cell, index) => `<th scope="col"${side(index)}>${escapeHtml(cell)}</th>`)
    .join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr class="${row.level ?? 'row'}">${cells(row)}</tr>`).join('\n')}</tbody></table>`;
}
