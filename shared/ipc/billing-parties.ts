import { z } from 'zod';
import { isBic, isIban, plainIban } from '#shared/domain/bank-account.ts';
import { isCountry } from '#shared/domain/countries.ts';
import { isAddressScheme } from '#shared/domain/einvoice/address-schemes.ts';
import type { DocumentLogo } from '#shared/domain/logo.ts';
import { tax } from './billing-fields.ts';
import { id, text } from './fields.ts';

const email = z.union([z.literal(''), z.email('field.email').max(320, 'field.tooLong')]);

/** Letters and digits with a country in front, as all EU VAT ids begin; other countries' numbers are kept as text. */
const vatId = text(40).refine((value) => /^[\p{L}\p{N} ./-]*$/u.test(value), 'field.vatId');

const paymentDays = z.int('field.days').min(0, 'field.days').max(365, 'field.days');

const country = z.string().refine((code) => code === '' || isCountry(code), 'field.country');

const endpointScheme = z
  .string()
  .refine((code) => code === '' || isAddressScheme(code), 'field.endpointScheme');

/** Parts of an address and where e-invoices go; what is left out stays as it is. */
const place = {
  street: text(300).optional(),
  postcode: text(20).optional(),
  city: text(100).optional(),
  region: text(100).optional(),
  country: country.optional(),
  endpointScheme: endpointScheme.optional(),
  endpoint: text(200).optional(),
};

export const partyInput = z.strictObject({
  clientId: id,
  legalName: text(200),
  contact: text(200),
  address: text(1_000),
  vatId,
  email,
  ...place,
  buyerReference: text(100).optional(),
  paymentDays: paymentDays.nullable(),
});

export const profileInput = z.strictObject({
  name: text(200),
  trade: text(200),
  address: text(1_000),
  email,
  phone: text(60),
  vatId,
  taxNumber: text(60),
  ...place,
  registration: text(100).optional(),
  paymentDetails: text(1_000),
  accountHolder: text(200).optional(),
  iban: z
    .string()
    .overwrite(plainIban)
    .refine((value) => value === '' || isIban(value), 'field.iban')
    .optional(),
  bic: z
    .string()
    .overwrite((value) => value.replace(/\s/g, '').toUpperCase())
    .refine((value) => value === '' || isBic(value), 'field.bic')
    .optional(),
  bank: text(200).optional(),
  paymentDays,
  tax,
  taxNote: text(500),
  accent: z
    .string()
    .regex(/^(#[0-9a-f]{6}|)$/, 'field.colour')
    .optional(),
  paper: z.enum(['a4', 'letter']).optional(),
  logoId: id.nullable().optional(),
});

export const logoRef = z.strictObject({ logoId: id });

/** A picture that can stand on invoices. */
export interface LogoView extends DocumentLogo {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The picture itself, as a `data:` address. */
  readonly url: string;
}
