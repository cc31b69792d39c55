const parts = /^((?:0[1-9]|1[0-6]|99)\d{0,10})(?:-([0-9A-Za-z]{1,30}))?-(\d{2})$/;

/**
 * Whether a text is a Leitweg-ID, by which invoices find their way to public bodies in Germany: two to twelve digits
 * that begin with a state (01 to 16) or the federation (99), perhaps up to thirty letters and digits, and two check
 * digits, by ISO/IEC 7064 MOD 97-10, where letters count from 10 for A to 35 for Z.
 * Source: KoSIT, "Leitweg-ID Format-Spezifikation", version 2.0.
 */
export function isLeitwegId(text: string): boolean {
  const found = parts.exec(text.trim());
  if (!found) return false;
  const [, coarse = '', fine = '', check = ''] = found;
  const digits = [...`${coarse}${fine}${check}`].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/** So many digits are no order number: the key of a municipality and more. */
const longCoarse = 8;

/**
 * Whether a buyer's reference was probably meant as a Leitweg-ID: it has the form of one, in three parts or with a long
 * first one. Any other text, such as an order number, is the buyer's own affair: BR-DE-15 asks for one and not for which.
 */
export function looksLikeLeitwegId(text: string): boolean {
  const found = parts.exec(text.trim());
  return found !== null && (found[2] !== undefined || (found[1] ?? '').length >= longCoarse);
}
