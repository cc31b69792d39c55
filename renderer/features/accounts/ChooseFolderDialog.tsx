import { Select } from '@mantine/core';
import { IconArrowLeft, IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '#shared/ipc/accounts.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { useRead, useWrite } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import classes from './Accounts.module.css';
import { ClientSelect } from './ClientSelect.tsx';

type Place = Input<'files.browse'>['place'];
interface Step {
  readonly name: string;
  readonly place: Place;
  /** Null at a place that is no folder itself. */
  readonly folder: { readonly id: string; readonly driveId: string | null } | null;
}

const roots = ['my-drive', 'shared-with-me', 'shared-drives'] as const;

interface ChooseFolderDialogProps {
  readonly accounts: readonly AccountView[];
  readonly onClose: () => void;
}

/** Walks the folders of an account and gives the open one to a client. */
export function ChooseFolderDialog({ accounts, onClose }: ChooseFolderDialogProps) {
  const { t } = useTranslation(['settings', 'common']);
  const [accountId, setAccountId] = useState(accounts[0]?.id ?? '');
  const [path, setPath] = useState<readonly Step[]>([]);
  const [clientId, setClientId] = useState<string | null>(null);
  const [missing, setMissing] = useState<string>();
  const assign = useWrite('files.assign');
  const here = path.at(-1);

  const give = () => {
    if (!clientId) return setMissing(t('errors:field.required'));
    if (!here?.folder) return;
    assign.mutate(
      { accountId, remoteId: here.folder.id, driveId: here.folder.driveId, name: here.name, clientId },
      { onSuccess: onClose },
    );
  };

  return (
    <Dialog
      opened
      disposable
      onClose={onClose}
      onSubmit={give}
      title={t('accounts.addFolder')}
      lead={t('accounts.addFolderText')}
      width={560}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!here?.folder} busy={assign.isPending}>
            {here?.folder ? t('accounts.give', { name: here.name }) : t('accounts.giveNone')}
          </Button>
        </>
      }
    >
      {accounts.length > 1 && (
        <Select
          label={t('accounts.account')}
          data={accounts.map(({ id, email }) => ({ value: id, label: email }))}
          value={accountId}
          allowDeselect={false}
          onChange={(id) => {
            if (id) setAccountId(id);
            setPath([]);
          }}
        />
      )}
      <nav className={classes.crumbs} aria-label={t('accounts.path')}>
        {path.length > 0 && (
          <Button
            size="sm"
            variant="quiet"
            icon={<IconArrowLeft size={16} stroke={1.5} aria-hidden />}
            onClick={() => setPath(path.slice(0, -1))}
          >
            {t('common:back')}
          </Button>
        )}
        <span>{path.map((step) => step.name).join(' / ') || t('accounts.places')}</span>
      </nav>
      <div className={classes.browser}>
        {here ? (
          <Folders accountId={accountId} place={here.place} onOpen={(step) => setPath([...path, step])} />
        ) : (
          roots.map((kind) => (
            <FolderButton
              key={kind}
              name={t(`accounts.place.${kind}`)}
              onOpen={() => setPath([{ name: t(`accounts.place.${kind}`), place: { kind }, folder: null }])}
            />
          ))
        )}
      </div>
      <ClientSelect
        label={t('accounts.client')}
        value={clientId}
        withNobody={false}
        labelled
        error={missing}
        onChange={(id) => {
          setClientId(id);
          setMissing(undefined);
        }}
      />
      {assign.error && (
        <p role="alert" className={classes.lost}>
          {assign.error.message}
        </p>
      )}
    </Dialog>
  );
}

interface FoldersProps {
  readonly accountId: string;
  readonly place: Place;
  readonly onOpen: (step: Step) => void;
}

function Folders({ accountId, place, onOpen }: FoldersProps) {
  const { t } = useTranslation(['settings', 'common']);
  const list = useRead('files.browse', { accountId, place });
  if (list.error) {
    return (
      <p role="alert" className={classes.hint}>
        {list.error.message}
      </p>
    );
  }
  if (!list.data) return <LoadingBoxes heights={[32, 32, 32]} label={t('common:loading')} />;
  if (list.data.folders.length === 0) return <p className={classes.hint}>{t('accounts.noFolders')}</p>;
  return list.data.folders.map(({ id, name, driveId }) => (
    <FolderButton
      key={id}
      name={name}
      onOpen={() =>
        onOpen({ name, place: { kind: 'folder', folderId: id, driveId }, folder: { id, driveId } })
      }
    />
  ));
}

function FolderButton({ name, onOpen }: { readonly name: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className={classes.folder} onClick={onOpen}>
      <IconFolder size={16} stroke={1.5} aria-hidden />
      {name}
    </button>
  );
}
