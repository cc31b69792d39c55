/**
 * Whether a text is a Leitweg-ID, by which invoices find their way to public bodies in Germany: two to twelve digits
 * that begin with a state (01 to 16) or the federation (99), perhaps up to thirty letters and digits, and two check
 * digits, by ISO/IEC 7064 MOD 97-10, where letters count from 10 for A to 35 for Z.
 * Source: KoSIT, "Leitweg-ID Format-Spezifikation", version 2.0.
 */
export function isLeitwegId(text: string): boolean {
  const parts = /^((?:0[1-9]|1[0-6]|99)\d{0,10})(?:-([0-9A-Za-z]{1,30}))?-(\d{2})$/.exec(text.trim());
  if (!parts) return false;
  const [, coarse = '', fine = '', check = ''] = parts;
  const digits = [...`${coarse}${fine}${check}`].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/**
 * Whether a buyer's reference was probably meant as a Leitweg-ID: it begins with a digit and holds only what one may
 * hold. Other words, as of a business that takes XRechnung too, are the buyer's own affair.
 */
export function looksLikeLeitwegId(text: string): boolean {
  return /^\d[0-9A-Za-z-]*$/.test(text.trim());
}
