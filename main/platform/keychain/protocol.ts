/** What the main process asks of the process that talks to the keychain. */
export type KeychainRequest =
  | { readonly id: number; readonly do: 'get' | 'delete'; readonly service: string; readonly account: string }
  | {
      readonly id: number;
      readonly do: 'set';
      readonly service: string;
      readonly account: string;
      readonly secret: string;
    };

/** `failed` carries no text: the system's messages may quote what was asked for. */
export type KeychainAnswer =
  | { readonly id: number; readonly ok: true; readonly value: string | null }
  | { readonly id: number; readonly ok: false };
