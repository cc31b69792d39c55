/** Where money is to be sent; empty text where a part is not given. */
export interface BankAccount {
  readonly holder: string;
  /** ISO 13616, without spaces. */
  readonly iban: string;
  /** ISO 9362, 8 or 11 signs. */
  readonly bic: string;
  readonly bank: string;
}

export const noAccount: BankAccount = { holder: '', iban: '', bic: '', bank: '' };

/** An IBAN as it is stored: capitals, no spaces. */
export function plainIban(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** Whether the form and the check digits are right (ISO 13616, ISO 7064 MOD 97-10); not whether the account exists. */
export function isIban(text: string): boolean {
  const iban = plainIban(text);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

export function isBic(text: string): boolean {
  return /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text);
}

/** In groups of four, as it is written on paper. */
export function formatIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}

/**
 * What an invoice says about how to pay: the account, then what was written by hand, unless that names the account
 * already.
 */
export function payToText(account: BankAccount, written: string): string {
  if (account.iban === '' || plainIban(written).includes(account.iban)) return written;
  const { holder, iban, bic, bank } = account;
  return [holder, formatIban(iban), bic, bank, written.trim()].filter(Boolean).join('\n');
}
