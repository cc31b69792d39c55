const marks = '=+@\uff1d\uff0b\uff20';
const begins = new RegExp(`^[\\s\\p{C}]*[${marks}\\-\uff0d]|^[\\t\\r\\n]`, 'u');
const within = new RegExp(
  `[;\\t][\\s\\p{C}"]*(?=[${marks}\\-\uff0d])|[\\r\\n][\\s\\p{C}"]*(?=[${marks}]|[\\-\uff0d]\\S)`,
  'gu',
);

/**
 * A person's text for a CSV cell. Spreadsheets run cells that begin with these characters as formulas (OWASP, CSV
 * injection), so such text gets an apostrophe in front. So does what a spreadsheet that separates by semicolons or tabs
 * would make a cell of; a list with dashes stays one. Numbers of ours need no such care and stay numbers.
 */
export function safeCell(text: string): string {
  const head = begins.exec(text)?.[0] ?? '';
  return (head && `'${head}`) + text.slice(head.length).replace(within, (found) => `${found}'`);
}

/** What makes a cell quoted besides the commas, quotes and breaks of the format: what others separate cells by. */
export const quotedCells = /[;\t]/;
