import { z } from 'zod';
import { readLink } from '#shared/domain/link.ts';
import { byteLength, longestSecret } from '#shared/domain/vault.ts';
import { id, isoDate, requiredText, text } from './fields.ts';
import { read, write } from './method.ts';

/** One entry of a client's list. The secret is not part of it and never will be. */
export interface CredentialCard {
  readonly id: string;
  readonly clientId: string;
  readonly label: string;
  readonly userName: string;
  readonly address: string;
  /** Who gave the access. */
  readonly grantedBy: string;
  /** ISO day. */
  readonly grantedOn: string | null;
  /** ISO day on which to ask whether the access is still needed. */
  readonly reviewOn: string | null;
  readonly notes: string;
  /** UTC milliseconds. */
  readonly secretChangedAt: number;
}

/** Whether secrets can be shown now. `unavailable`: the keychain did not answer when it was last asked. */
export interface VaultAccess {
  readonly state: 'locked' | 'unlocked' | 'unavailable';
  /** UTC milliseconds; null unless unlocked. */
  readonly locksAt: number | null;
}

/** A secret on its way to the screen. `hidesAt` is UTC milliseconds. */
export interface RevealedSecret {
  readonly secret: string;
  readonly hidesAt: number;
}

const secret = z
  .string()
  .min(1, 'field.required')
  .refine((value) => byteLength(value) <= longestSecret, 'secret_too_long')
  .refine((value) => !/[\0\p{Surrogate}]/u.test(value), 'vault.unstorable');

const address = text(2_000).refine((value) => value === '' || readLink(value) !== null, 'vault.address');

const description = {
  label: requiredText(200),
  userName: text(320),
  address,
  grantedBy: text(200),
  grantedOn: isoDate.nullable(),
  reviewOn: isoDate.nullable(),
  notes: text(5_000),
};

const one = z.strictObject({ id });

export const vaultContract = {
  'vault.list': read<readonly CredentialCard[]>()(z.strictObject({ clientId: id }), ['vault', 'clients']),
  'vault.access': read<VaultAccess>()(z.undefined(), ['vault']),
  /** Asks the system's keychain, which may ask the person; takes as long as that takes, a minute at most. */
  'vault.unlock': write<VaultAccess>()(z.undefined()),
  /** Begins a new place in the keychain that is there now; the passwords of before have to be entered again. */
  'vault.startAfresh': write<VaultAccess>()(z.undefined()),
  'vault.lock': write()(z.undefined()),
  /** The list is being used: it locks later. */
  'vault.touch': write<VaultAccess>()(z.undefined()),
  'vault.add': write<CredentialCard>()(z.strictObject({ clientId: id, ...description, secret })),
  'vault.change': write<CredentialCard>()(z.strictObject({ id, ...z.object(description).partial().shape })),
  'vault.changeSecret': write()(z.strictObject({ id, secret })),
  'vault.delete': write()(one),
  'vault.reveal': write<RevealedSecret>()(one),
  /** Answers when the clipboard will be cleared, UTC milliseconds. */
  'vault.copy': write<{ readonly clearsAt: number }>()(one),
  'vault.copyUserName': write()(one),
};
