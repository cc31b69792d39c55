/** Codes a program can act on; each has a text in the `errors` catalogue for a person. */
export const errorCodes = [
  'invalid_input',
  'not_found',
  'conflict',
  'locked',
  'limit',
  'unavailable',
  'keychain_unavailable',
  'secret_too_long',
  'database_newer',
  'database_damaged',
  'disk_full',
  'read_only',
  'google_reconnect',
  'google_offline',
  'google_denied',
  'google_limited',
  'google_failed',
  'cancelled',
  'forbidden',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** `fields` maps a field's path (`contacts.0.email`) to a key of the `errors` catalogue. */
export interface ErrorDetails {
  readonly fields?: Readonly<Record<string, string>>;
  /** A key of the `errors` catalogue that is more exact than the code's own. */
  readonly reason?: string;
  /** Values for the text; never contents of a client's data. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The only error that crosses a boundary on purpose. Everything else becomes `internal`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(details.reason ?? code, options);
    this.code = code;
    this.details = details;
  }
}

/** Shorthand for input that is well formed but not acceptable, told at its field. */
export function invalidField(path: string, reason: string): AppError {
  return new AppError('invalid_input', { fields: { [path]: reason } });
}

export type Envelope =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly message: string;
      readonly details: ErrorDetails;
    };
