/** One entry of `error.errors`, in the shape that both APIs share. */
export interface ErrorItem {
  domain: string;
  reason: string;
  message: string;
  locationType?: string;
  location?: string;
}

/** Thrown by handlers; the server writes it as Google's error body. */
export class GoogleError extends Error {
  readonly code: number;
  readonly item: ErrorItem;
  readonly status: string | undefined;
  readonly outer: string;
  constructor(code: number, item: ErrorItem, outer = item.message, status?: string) {
    super(`${code} ${item.reason}: ${item.message}`);
    this.code = code;
    this.item = item;
    this.outer = outer;
    this.status = status;
  }
  body(): unknown {
    return {
      error: {
        errors: [this.item],
        code: this.code,
        message: this.outer,
        ...(this.status === undefined ? {} : { status: this.status }),
      },
    };
  }
}

const global = (reason: string, message: string, where?: Partial<ErrorItem>): ErrorItem => ({
  domain: 'global',
  reason,
  message,
  ...where,
});

export const errors = {
  unauthenticated: () =>
    new GoogleError(
      401,
      global('authError', 'Invalid Credentials', { locationType: 'header', location: 'Authorization' }),
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
      'UNAUTHENTICATED',
    ),
  scope: () =>
    new GoogleError(
      403,
      global('insufficientPermissions', 'Insufficient Permission'),
      'Request had insufficient authentication scopes.',
      'PERMISSION_DENIED',
    ),
  notFound: () => new GoogleError(404, global('notFound', 'Not Found')),
  fileNotFound: (id: string) =>
    new GoogleError(
      404,
      global('notFound', `File not found: ${id}.`, { locationType: 'parameter', location: 'fileId' }),
    ),
  driveNotFound: (id: string) =>
    new GoogleError(
      404,
      global('notFound', `Shared drive not found: ${id}`, { locationType: 'parameter', location: 'driveId' }),
    ),
  fullSyncRequired: () =>
    new GoogleError(410, {
      domain: 'calendar',
      reason: 'fullSyncRequired',
      message: 'Sync token is no longer valid, a full sync is required.',
      locationType: 'parameter',
      location: 'syncToken',
    }),
  invalidSyncToken: () =>
    new GoogleError(
      400,
      global('invalid', 'Invalid sync token value.', { locationType: 'parameter', location: 'syncToken' }),
    ),
  deleted: () => new GoogleError(410, global('deleted', 'Resource has been deleted')),
  duplicate: () => new GoogleError(409, global('duplicate', 'The requested identifier already exists.')),
  conditionNotMet: () =>
    new GoogleError(
      412,
      global('conditionNotMet', 'Precondition Failed', { locationType: 'header', location: 'If-Match' }),
    ),
  forbidden: () =>
    new GoogleError(403, {
      domain: 'calendar',
      reason: 'requiredAccessLevel',
      message: 'You need to have writer access to this calendar.',
    }),
  required: (name: string) => new GoogleError(400, global('required', `Missing ${name}.`)),
  emptyRange: () =>
    new GoogleError(400, {
      domain: 'calendar',
      reason: 'timeRangeEmpty',
      message: 'The specified time range is empty.',
      locationType: 'parameter',
      location: 'timeMax',
    }),
  invalid: (location: string, message = 'Invalid Value') =>
    new GoogleError(400, global('invalid', message, { locationType: 'parameter', location })),
  badRequest: (message = 'Bad Request') => new GoogleError(400, global('badRequest', message)),
  fieldSelection: (field: string) =>
    new GoogleError(
      400,
      global('invalidParameter', `Invalid field selection ${field}`, {
        locationType: 'parameter',
        location: 'fields',
      }),
    ),
  rate: (code: 403 | 429) =>
    new GoogleError(code, {
      domain: 'usageLimits',
      reason: 'rateLimitExceeded',
      message: 'Rate Limit Exceeded',
    }),
  backend: (code: number) => new GoogleError(code, global('backendError', 'Backend Error')),
};
