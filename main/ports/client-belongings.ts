import type { Belonging, Refusal } from '#shared/ipc/clients.ts';

/**
 * What one feature keeps for a client. Each feature that has a table with a client's id brings one, so that
 * deleting a client can show and take exactly everything.
 */
export interface ClientBelongings {
  /** What would go; kinds with a count of zero may be listed and are not shown. */
  list(clientId: string): readonly Belonging[];
  /** Why this feature forbids deleting the client; null when it does not. */
  refusal(clientId: string): Refusal | null;
  /**
   * Deletes this feature's rows of the client, inside the caller's transaction. It can be undone until the app
   * closes, so what no transaction can bring back (a secret in the keychain) must stay until `purge`.
   */
  remove(clientId: string): void;
  /** For an invented client, without guards: what `refusal` keeps for a real one goes too, before `remove`. */
  removeKept?(clientId: string): void;
  /** At the next start, when undo is over: removes what deleted clients left behind. */
  purge?(): void | Promise<void>;
}
