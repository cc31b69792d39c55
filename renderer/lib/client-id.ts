import { useParams } from '@tanstack/react-router';

/** Id of the client whose view is open. Only for views registered under `clientScreens`. */
export function useClientId(): string {
  const { clientId } = useParams({ strict: false }) as { readonly clientId?: string };
  if (!clientId) throw new Error('This view is not the view of a client');
  return clientId;
}
