import type { TFunction } from 'i18next';
import { AppError } from '#shared/ipc/errors.ts';

/** What a person reads beside each field, and above the form when the fault is not a field's. */
export function formErrors(error: Error | null, t: TFunction) {
  const fields = error instanceof AppError ? (error.details.fields ?? {}) : {};
  const hasField = Object.keys(fields).length > 0;
  return {
    field: (name: string): string | null => {
      const reason = fields[name] ?? (name === 'secret' && isSecretFault(error) ? error.code : undefined);
      return reason ? t(`errors:${reason}`) : null;
    },
    form: error && !hasField && !isSecretFault(error) ? error.message : null,
  };
}

function isSecretFault(error: Error | null): error is AppError {
  return error instanceof AppError && error.code === 'secret_too_long';
}
