import { noAccount, payToText } from './bank-account.ts';
import type { SellerParty } from './invoice-snapshot.ts';
import { isStructured, type PostalAddress, postalText } from './postal.ts';

/** What a person says of themselves, as it is stored. */
export interface SellerDetails extends PostalAddress {
  readonly name: string;
  readonly trade: string;
  /** As it was typed in one piece; printed until the parts are filled in. */
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly vatId: string;
  readonly taxNumber: string;
  readonly registration: string;
  readonly endpointScheme: string;
  readonly endpoint: string;
  readonly paymentDetails: string;
  readonly accountHolder: string;
  readonly iban: string;
  readonly bic: string;
  readonly bank: string;
}

/** The same as an invoice says it, with the address in the language of the document (BCP 47). */
export function sellerOf(own: SellerDetails, language: string): SellerParty {
  const { name, trade, email, phone, vatId, taxNumber, registration } = own;
  const { accountHolder: holder, iban, bic, bank } = own;
  const account = iban === '' ? noAccount : { holder: holder || name, iban, bic, bank };
  return {
    ...{ name, trade, email, phone, vatId, taxNumber, registration, account },
    address: printedAddress(own, language),
    postal: postalOf(own),
    endpoint: { scheme: own.endpointScheme, id: own.endpoint },
    paymentDetails: payToText(account, own.paymentDetails),
  };
}

export function postalOf({ street, postcode, city, region, country }: PostalAddress): PostalAddress {
  return { street, postcode, city, region, country };
}

/** From its parts where they are filled in; else as it was typed. */
export function printedAddress(
  place: PostalAddress & { readonly address: string },
  language: string,
): string {
  return isStructured(place) ? postalText(place, language) : place.address;
}
