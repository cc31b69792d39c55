import type { BuyerParty, SellerParty } from '#shared/domain/invoice-snapshot.ts';
import type { PartyView, ProfileView } from '#shared/ipc/billing.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Store } from '../../store/store.ts';
import type { Tools } from './tools.ts';

/** Who bills, and who is billed. */
export interface Parties {
  profile(): ProfileView;
  saveProfile(input: ProfileView): void;
  party(clientId: string): PartyView;
  saveParty(input: PartyView): void;
  seller(): SellerParty;
  /** The client's legal name, or the name it goes by when none is given. */
  buyer(clientId: string): BuyerParty;
}

type ProfileRow = Omit<ProfileView, 'tax'> & { taxCategory: ProfileView['tax']['category']; taxRate: number };

const emptyProfile: ProfileView = {
  name: '',
  trade: '',
  address: '',
  email: '',
  phone: '',
  vatId: '',
  taxNumber: '',
  paymentDetails: '',
  paymentDays: 14,
  tax: { category: 'none', rate: 0 },
  taxNote: '',
};

/** Seller and buyers over the database. An unknown client throws `not_found`. */
export function createParties(store: Store, { clock, ids }: Tools): Parties {
  const { sql } = store;
  const selectProfile = sql.prepare<[], ProfileRow>(
    `SELECT name, trade, address, email, phone, vat_id AS vatId, tax_number AS taxNumber,
       payment_details AS paymentDetails, payment_days AS paymentDays, tax_category AS taxCategory,
       tax_rate AS taxRate, tax_note AS taxNote FROM business_profile`,
  );
  const upsertProfile = sql.prepare(
    `INSERT INTO business_profile (id, name, trade, address, email, phone, vat_id, tax_number, payment_details,
       payment_days, tax_category, tax_rate, tax_note, updated_at)
     VALUES ('own', @name, @trade, @address, @email, @phone, @vatId, @taxNumber, @paymentDetails,
       @paymentDays, @taxCategory, @taxRate, @taxNote, @now)
     ON CONFLICT (id) DO UPDATE SET name = @name, trade = @trade, address = @address, email = @email,
       phone = @phone, vat_id = @vatId, tax_number = @taxNumber, payment_details = @paymentDetails,
       payment_days = @paymentDays, tax_category = @taxCategory, tax_rate = @taxRate, tax_note = @taxNote,
       updated_at = @now`,
  );
  const selectParty = sql.prepare<[string], PartyView & { name: string }>(
    `SELECT c.id AS clientId, c.name, coalesce(p.legal_name, '') AS legalName, coalesce(p.contact, '') AS contact,
       coalesce(p.address, '') AS address, coalesce(p.vat_id, '') AS vatId, coalesce(p.email, '') AS email,
       p.payment_days AS paymentDays
     FROM clients c LEFT JOIN billing_parties p ON p.client_id = c.id WHERE c.id = ?`,
  );
  const upsertParty = sql.prepare(
    `INSERT INTO billing_parties (id, client_id, legal_name, contact, address, vat_id, email, payment_days, updated_at)
     VALUES (@id, @clientId, @legalName, @contact, @address, @vatId, @email, @paymentDays, @now)
     ON CONFLICT (client_id) DO UPDATE SET legal_name = @legalName, contact = @contact, address = @address,
       vat_id = @vatId, email = @email, payment_days = @paymentDays, updated_at = @now`,
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
        const { tax, ...rest } = input;
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
        partyRow(input.clientId);
        upsertParty.run({ ...input, id: ids.next(), now: clock.now() });
        announce('billing', input.clientId);
      });
    },
    seller() {
      const { tax: _tax, taxNote: _note, paymentDays: _days, ...seller } = profile();
      return seller;
    },
    buyer(clientId) {
      const { name, legalName, contact, address, email, vatId } = partyRow(clientId);
      return { name: legalName || name, contact, address, email, vatId };
    },
  };
}
