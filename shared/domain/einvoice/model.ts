/**
 * An invoice in the terms of EN 16931-1, as far as this app has them. Amounts are minor units of the currency;
 * quantities, prices and percentages are decimal texts; texts are empty where there is nothing to say.
 */
export interface EInvoice {
  /** BT-3: 380 an invoice, 381 a credit note. */
  readonly type: '380' | '381';
  /** BT-1. */
  readonly number: string;
  /** BT-2, BT-9, BT-73 and BT-74: ISO dates. */
  readonly issueDate: string;
  readonly dueDate: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  /** BT-5: ISO 4217. */
  readonly currency: string;
  /** BT-6 and BT-111: the tax in the currency that the seller's taxes are paid in; null where that is BT-5. */
  readonly accounting: { readonly currency: string; readonly tax: number } | null;
  /** BT-10, BT-13. */
  readonly buyerReference: string;
  readonly orderReference: string;
  /** BT-22. */
  readonly note: string;
  /** BG-3: what a credit note corrects. */
  readonly preceding: { readonly number: string; readonly issueDate: string } | null;
  readonly seller: ESeller;
  readonly buyer: EParty;
  /** BT-77, BT-78 and BT-80: where goods went; null unless they did. */
  readonly delivery: Pick<EAddress, 'city' | 'postcode' | 'country'> | null;
  readonly payment: EPayment;
  readonly lines: readonly ELine[];
  /** BG-23. */
  readonly taxes: readonly ETax[];
  /** BT-106 and BT-109, BT-110, BT-112 and BT-115. */
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
}

export interface EParty {
  /** BT-27, BT-44. */
  readonly name: string;
  /** BT-31, BT-48: with the letters of its country in front. */
  readonly vatId: string;
  /** BT-34, BT-49. */
  readonly endpoint: { readonly scheme: string; readonly id: string };
  /** BG-5, BG-8. */
  readonly address: EAddress;
  /** BG-6, BG-9. */
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
}

export interface ESeller extends EParty {
  /** BT-29: only where nothing else says who the seller is (BR-CO-26). */
  readonly identifier: string;
  /** BT-30. */
  readonly registration: string;
  /** BT-32. */
  readonly taxNumber: string;
}

export interface EAddress {
  /** BT-35, BT-36, BT-162; at most three. */
  readonly lines: readonly string[];
  readonly city: string;
  readonly postcode: string;
  readonly region: string;
  /** ISO 3166-1. */
  readonly country: string;
}

export interface EPayment {
  /** BT-81 of UNCL 4461: 58 SEPA transfer, 30 transfer, 1 not said. */
  readonly means: '58' | '30' | '1';
  /** BT-84, BT-85, BT-86. */
  readonly account: string;
  readonly holder: string;
  readonly bic: string;
  /** BT-83: what the payer is to quote. */
  readonly reference: string;
  /** BT-20. */
  readonly terms: string;
}

export interface ELine {
  /** BT-126. */
  readonly id: string;
  /** BT-153. */
  readonly name: string;
  /** BT-129 with BT-130 (UN/ECE Recommendation 20). */
  readonly quantity: string;
  readonly unit: string;
  /** BT-146: never below zero (BR-27). */
  readonly price: string;
  /** BT-149: so many units cost the price; 1 as a rule. */
  readonly baseQuantity: string;
  /** BT-131. */
  readonly net: number;
  /** BT-151. */
  readonly code: string;
  /** BT-152; null where there must be none (BR-O-05). */
  readonly percent: string | null;
}

export interface ETax {
  /** BT-118. */
  readonly code: string;
  /** BT-119. */
  readonly percent: string | null;
  /** BT-116, BT-117. */
  readonly net: number;
  readonly tax: number;
  /** BT-120, BT-121. */
  readonly reason: string;
  readonly reasonCode: string;
}
