/** A column of the database and the field it is read into. */
type Column = readonly [column: string, field: string];

const place: readonly Column[] = [
  ['address', 'address'],
  ['street', 'street'],
  ['postcode', 'postcode'],
  ['city', 'city'],
  ['region', 'region'],
  ['country', 'country'],
  ['endpoint_scheme', 'endpointScheme'],
  ['endpoint', 'endpoint'],
  ['email', 'email'],
  ['vat_id', 'vatId'],
];

/** What is stored of the person who bills. */
export const profileColumns: readonly Column[] = [
  ['name', 'name'],
  ['trade', 'trade'],
  ...place,
  ['phone', 'phone'],
  ['tax_number', 'taxNumber'],
  ['registration', 'registration'],
  ['payment_details', 'paymentDetails'],
  ['account_holder', 'accountHolder'],
  ['iban', 'iban'],
  ['bic', 'bic'],
  ['bank', 'bank'],
  ['payment_days', 'paymentDays'],
  ['tax_category', 'taxCategory'],
  ['tax_rate', 'taxRate'],
  ['tax_note', 'taxNote'],
  ['logo_id', 'logoId'],
  ['accent', 'accent'],
  ['paper', 'paper'],
];

/** Texts that are stored of a client who is billed. */
export const partyColumns: readonly Column[] = [
  ['legal_name', 'legalName'],
  ['contact', 'contact'],
  ...place,
  ['buyer_reference', 'buyerReference'],
];

/** For a SELECT; `%` in `shape` stands for the column. */
export function columnList(columns: readonly Column[], shape = '%'): string {
  return columns.map(([column, field]) => `${shape.replace('%', column)} AS ${field}`).join(', ');
}

export function valueList(columns: readonly Column[]): string {
  return columns.map(([, field]) => `@${field}`).join(', ');
}

export function assignments(columns: readonly Column[]): string {
  return columns.map(([column, field]) => `${column} = @${field}`).join(', ');
}
