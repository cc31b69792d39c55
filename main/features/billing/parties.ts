import type { BuyerParty, SellerParty } from '#shared/domain/invoice-snapshot.ts';
import { isLeitwegId, looksLikeLeitwegId } from '#shared/domain/leitweg-id.ts';
import { noPostal } from '#shared/domain/postal.ts';
import { postalOf, printedAddress, sellerOf } from '#shared/domain/seller.ts';
import type { billingContract, PartyView, ProfileView } from '#shared/ipc/billing.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';
import type { Logos } from './logos.ts';
import { assignments, columnList, partyColumns, profileColumns, valueList } from './party-columns.ts';
import type { Tools } from './tools.ts';

type Contract = typeof billingContract;

/** Who bills, and who is billed. */
export interface Parties {
  profile(): ProfileView;
  /** What is not given stays as it is. */
  saveProfile(input: InputOf<Contract['billing.saveProfile']>): void;
  party(clientId: string): PartyView;
  /** Throws `invalid_input` at `buyerReference` for a wrong Leitweg-ID where the client's invoices need one. */
  saveParty(input: InputOf<Contract['billing.saveParty']>): void;
  /** Addresses as they are printed in the language of the document. */
  seller(language: string): SellerParty;
  /** The client's legal name, or the name it goes by when none is given. */
  buyer(clientId: string, language: string): BuyerParty;
}

type ProfileRow = Omit<ProfileView, 'tax'> & { taxCategory: ProfileView['tax']['category']; taxRate: number };

const emptyProfile: ProfileView = {
  ...noPostal,
  name: '',
  trade: '',
  address: '',
  email: '',
  phone: '',
  vatId: '',
  taxNumber: '',
  registration: '',
  endpointScheme: '',
  endpoint: '',
  paymentDetails: '',
  accountHolder: '',
  iban: '',
  bic: '',
  bank: '',
  paymentDays: 14,
  tax: { category: 'none', rate: 0 },
  taxNote: '',
  logoId: null,
  accent: '',
  paper: 'a4',
};

/** Seller and buyers over the database. An unknown client throws `not_found`. */
export function createParties(store: Store, logos: Logos, { clock, ids }: Tools): Parties {
  const { sql } = store;
  const selectProfile = sql.prepare<[], ProfileRow>(
    `SELECT ${columnList(profileColumns)} FROM business_profile`,
  );
  const upsertProfile = sql.prepare(
    `INSERT INTO business_profile (id, ${profileColumns.map(([column]) => column).join(', ')}, updated_at)
     VALUES ('own', ${valueList(profileColumns)}, @now)
     ON CONFLICT (id) DO UPDATE SET ${assignments(profileColumns)}, updated_at = @now`,
  );
  const selectParty = sql.prepare<[string], PartyView & { name: string }>(
    `SELECT c.id AS clientId, c.name, ${columnList(partyColumns, "coalesce(p.%, '')")}, p.payment_days AS paymentDays
     FROM clients c LEFT JOIN billing_parties p ON p.client_id = c.id WHERE c.id = ?`,
  );
  const upsertParty = sql.prepare(
    `INSERT INTO billing_parties (id, client_id, ${partyColumns.map(([column]) => column).join(', ')}, payment_days,
       updated_at)
     VALUES (@id, @clientId, ${valueList(partyColumns)}, @paymentDays, @now)
     ON CONFLICT (client_id) DO UPDATE SET ${assignments(partyColumns)}, payment_days = @paymentDays, updated_at = @now`,
  );

  const xrechnung = sql.prepare(
    `SELECT 1 FROM einvoice_terms t, json_each(t.formats) f WHERE t.client_id = ? AND f.value = 'xrechnung'`,
  );

  function profile(): ProfileView {
    const row = selectProfile.get();
    if (!row) return emptyProfile;
    const { taxCategory, taxRate, ...rest } = row;
    return { ...rest, tax: { category: taxCategory, rate: taxRate } };
  }

  function partyRow(clientId: string) {
    const row = selectParty.get(clientId);
    if (!row) throw new AppError('not_found');
    return row;
  }

  return {
    profile,
    saveProfile(input) {
      store.act({ key: 'undo.profileSaved', values: {} }, (announce) => {
        const { tax, ...rest } = { ...profile(), ...input };
        if (input.logoId && logos.facts(input.logoId) === null) throw invalidField('logoId', 'logo.gone');
        upsertProfile.run({ ...rest, taxCategory: tax.category, taxRate: tax.rate, now: clock.now() });
        announce('billing');
      });
    },
    party(clientId) {
      const { name: _, ...party } = partyRow(clientId);
      return party;
    },
    saveParty(input) {
      store.act({ key: 'undo.partySaved', values: {} }, (announce) => {
        const { name: _, ...before } = partyRow(input.clientId);
        const reference = input.buyerReference ?? '';
        const wrong = looksLikeLeitwegId(reference) && !isLeitwegId(reference);
        if (wrong && xrechnung.get(input.clientId)) throw invalidField('buyerReference', 'party.leitwegId');
        upsertParty.run({ ...before, ...input, id: ids.next(), now: clock.now() });
        announce('billing', input.clientId);
      });
    },
    seller: (language) => sellerOf(profile(), language),
    buyer(clientId, language) {
      const row = partyRow(clientId);
      const { name, legalName, contact, email, vatId } = row;
      return {
        ...{ name: legalName || name, contact, email, vatId },
        address: printedAddress(row, language),
        postal: postalOf(row),
        endpoint: { scheme: row.endpointScheme, id: row.endpoint },
        reference: row.buyerReference,
      };
    },
  };
}
