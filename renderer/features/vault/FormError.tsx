import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

/** What went wrong with the form as a whole; announced at once, and nothing typed is lost. */
export function FormError({ text }: { readonly text: string | null }) {
  if (!text) return null;
  return (
    <Alert color="red" icon={<IconAlertCircle size={18} stroke={1.5} aria-hidden />} role="alert">
      {text}
    </Alert>
  );
}
