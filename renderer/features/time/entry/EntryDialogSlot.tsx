import { useFetched } from '../../../lib/fetched.ts';
import type { EntryDialogProps } from './EntryDialog.tsx';

const load = () => import('./EntryDialog.tsx');

/** The dialog for an entry once there is one to edit; the screen around it is not drawn again when its file comes. */
export function EntryDialogSlot({
  draft,
  onClose,
}: Pick<EntryDialogProps, 'onClose'> & { readonly draft: EntryDialogProps['draft'] | null }) {
  const EntryDialog = useFetched(load, draft !== null);
  return draft && EntryDialog && <EntryDialog draft={draft} onClose={onClose} />;
}
