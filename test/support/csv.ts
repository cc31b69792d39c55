/** Reads CSV strictly by RFC 4180, with the mark of UTF-8; throws at anything a strict reader would refuse. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.startsWith('\ufeff')) throw new Error('no byte-order mark');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < text.length) {
    const [cell, next] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    row.push(cell);
    at = next;
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither comma nor line end at ${at}`);
  }
  if (row.length > 0) throw new Error('the last line does not end');
  if (new Set(rows.map((each) => each.length)).size > 1) throw new Error('rows of different lengths');
  return rows;
}

function quoted(text: string, start: number): [string, number] {
  let cell = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at++;
    } else return [cell, at + 1];
  }
  throw new Error('a quote that never closes');
}

function plain(text: string, start: number): [string, number] {
  let at = start;
  while (at < text.length && text[at] !== ',' && text[at] !== '\r' && text[at] !== '\n') {
    if (text[at] === '"') throw new Error(`a quote inside a plain cell at ${at}`);
    at++;
  }
  return [text.slice(start, at), at];
}
