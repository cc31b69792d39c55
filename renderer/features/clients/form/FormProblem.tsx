import { IconAlertCircle } from '@tabler/icons-react';
import { AppError } from '#shared/ipc/errors.ts';
import classes from './FormProblem.module.css';

/** Why nothing was stored, where the fields themselves do not say it. What was typed stays. */
export function FormProblem({ error }: { readonly error: Error | null }) {
  if (!error) return null;
  if (error instanceof AppError && error.code === 'invalid_input' && error.details.fields) return null;
  return (
    <p className={classes.problem} role="alert">
      <IconAlertCircle size={16} stroke={1.5} aria-hidden />
      <span>{error.message}</span>
    </p>
  );
}
