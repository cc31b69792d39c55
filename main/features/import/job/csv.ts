import Papa from 'papaparse';
import { decodeText, type Encoding } from '#shared/domain/import/encoding.ts';
import { type Separator, separatorLine, separatorOf } from '#shared/domain/import/separator.ts';

/** A table's text, and where in it the rows below the header begin. */
export interface TableText {
  readonly text: string;
  readonly bytes: number;
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly header: readonly string[];
}

export interface RowHandler {
  /** `line` counts from 1 for the first line of the file. Answers false to stop. */
  row(cells: readonly string[], line: number, at: number): boolean;
  /** A quotation that is opened and never closed; reading goes on below its line. */
  broken(line: number): void;
}

/** So many open quotations are no slips any more: from there on, quotes are plain characters. */
const MOST_BROKEN = 50;

export function openTable(bytes: Uint8Array): TableText {
  const { text, encoding } = decodeText(bytes);
  const body = text.slice(separatorLine(text));
  const separator = separatorOf(body);
  let header: readonly string[] = [];
  const table = { text, bytes: bytes.length, encoding, separator };
  walk(
    { ...table, header },
    {
      row(cells) {
        header = cells.map((cell) => cell.trim());
        return false;
      },
      broken() {},
    },
  );
  return { ...table, header };
}

/** Hands out the rows below the header, one after the other; empty lines are passed over. */
export function eachRow(table: TableText, handler: RowHandler): void {
  let below = false;
  walk(table, {
    ...handler,
    row(cells, line, at) {
      if (below) return handler.row(cells, line, at);
      below = true;
      return true;
    },
  });
}

function walk({ text, separator }: TableText, handler: RowHandler): void {
  let from = separatorLine(text);
  let line = from > 0 ? 2 : 1;
  let broken = 0;
  for (;;) {
    const start = from;
    let rowStart = 0;
    let open = -1;
    const rest = text.slice(start);
    Papa.parse<string[]>(rest, {
      delimiter: separator,
      ...(broken > MOST_BROKEN ? { quoteChar: '\u0000' } : {}),
      step({ data, errors, meta }, parser) {
        if (errors.some((error) => error.code === 'MissingQuotes')) {
          open = rowStart;
          parser.abort();
          return;
        }
        const at = line;
        line += lineBreaks(rest, rowStart, meta.cursor, meta.linebreak);
        rowStart = meta.cursor;
        if (data.length === 1 && data[0]?.trim() === '') return;
        if (!handler.row(data, at, start + rowStart)) parser.abort();
      },
    });
    if (open < 0) return;
    handler.broken(line);
    broken += 1;
    const next = /\r\n|\n|\r/g;
    next.lastIndex = open;
    const end = next.exec(rest);
    if (!end) return;
    from = start + end.index + end[0].length;
    line += 1;
  }
}

function lineBreaks(text: string, from: number, to: number, linebreak: string): number {
  const mark = linebreak === '\r' ? '\r' : '\n';
  let count = 0;
  for (let at = text.indexOf(mark, from); at >= 0 && at < to; at = text.indexOf(mark, at + 1)) count += 1;
  return count;
}
