/**
 * A person's text for a CSV cell. Spreadsheets run cells that begin with these characters as formulas (OWASP, CSV
 * injection), so such text gets an apostrophe in front. Numbers of ours need no such care and stay numbers.
 */
export function safeCell(text: string): string {
  const begins = /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
  return begins.test(text) ? `'${text}` : text;
}
