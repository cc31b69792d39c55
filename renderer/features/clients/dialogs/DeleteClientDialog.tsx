import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import type { Belonging, ClientCard } from '#shared/ipc/clients.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { FormProblem } from '../form/FormProblem.tsx';
import classes from './DeleteClientDialog.module.css';

export interface DeleteClientDialogProps {
  readonly client: Pick<ClientCard, 'id' | 'name'>;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
  /** Offered instead, where deleting is not possible. */
  readonly onArchive?: (() => void) | undefined;
}

/** Shows exactly what would go, or why it cannot; deleting can be undone until the app closes. */
export function DeleteClientDialog({ client, onClose, onDeleted, onArchive }: DeleteClientDialogProps) {
  const { t } = useTranslation(['clients', 'common', 'errors']);
  const preview = useRead('clients.deletionPreview', { clientId: client.id });
  const remove = useWrite('clients.delete');
  const refusal = preview.data?.refusal;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('delete.title', { name: client.name })}
      width={460}
      actions={
        <>
          <Button size="lg" onClick={onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          {refusal && onArchive && (
            <Button size="lg" variant="primary" onClick={onArchive}>
              {t('archive.instead')}
            </Button>
          )}
          {preview.data && !refusal && (
            <Button
              size="lg"
              variant="danger"
              busy={remove.isPending}
              onClick={() => remove.mutate({ clientId: client.id }, { onSuccess: onDeleted })}
            >
              {t('delete.submit')}
            </Button>
          )}
        </>
      }
    >
      {preview.isPending && <LoadingBoxes heights={[20, 96, 20]} label={t('common:loading')} />}
      {refusal && (
        <p className={classes.text}>
          {t(`errors:${refusal.reason}` as never, { ...refusal.values }) as string}
        </p>
      )}
      {preview.data && !refusal && <WhatGoes belongings={preview.data.belongings} />}
      <FormProblem error={preview.error ?? remove.error} />
    </Dialog>
  );
}

function WhatGoes({ belongings }: { readonly belongings: readonly Belonging[] }) {
  const { t } = useTranslation('clients');
  return (
    <>
      <p className={classes.text}>{t(belongings.length > 0 ? 'delete.lead' : 'delete.nothing')}</p>
      {belongings.length > 0 && (
        <ul className={classes.list}>
          {belongings.map(({ kind, count, milliseconds }) => (
            <li key={kind}>
              <span>{t(`belongings.${kind}` as never, { count }) as string}</span>
              {milliseconds !== undefined && (
                <strong className="tabular">{formatDuration(milliseconds)}</strong>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.hint}>{t('delete.undo')}</p>
    </>
  );
}
