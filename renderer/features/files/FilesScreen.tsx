import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { useClientId } from '../../lib/client-id.ts';
import { useCommands } from '../../lib/commands/CommandsProvider.tsx';
import { useRead } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { KeyHints } from '../../ui/KeyHints.tsx';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { View } from '../../ui/View.tsx';
import { type Attachable, AttachDialog } from './attach/AttachDialog.tsx';
import classes from './FilesScreen.module.css';
import { Feed } from './feed/Feed.tsx';
import { NoFolders } from './NoFolders.tsx';
import { FilesPane } from './tree/FilesPane.tsx';
import type { Node } from './tree/nodes.ts';

/** One client's Drive folders, and what changed in them. */
export default function FilesScreen() {
  const { t } = useTranslation('files');
  const clientId = useClientId();
  const { data: folders, error, refetch } = useRead('files.folders', { clientId });
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 120);
  const [attaching, setAttaching] = useState<Attachable | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { refused } = useSay();
  const openUrl = useCallback(
    (url: string) => void call('app.openExternal', { url }).catch(refused),
    [refused],
  );
  const open = useCallback(({ file }: Node) => file?.webUrl && openUrl(file.webUrl), [openUrl]);
  const attach = useCallback(({ file }: Node) => {
    if (file?.webUrl) setAttaching({ fileId: file.id, name: file.name, url: file.webUrl });
  }, []);
  useCommands(
    useMemo(
      () => [{ id: 'files.filter', label: t('filter'), keys: '/', run: () => field.current?.focus() }],
      [t],
    ),
  );
  return (
    <View
      fill
      toolbar={
        <Toolbar
          label={t('toolbar')}
          end={
            <KeyHints
              hints={[
                { keys: ['←', '→'], label: t('hint.fold') },
                { keys: ['O'], label: t('hint.open') },
                { keys: ['A'], label: t('hint.attach') },
              ]}
            />
          }
        >
          <TextInput
            ref={field}
            className={classes.filter ?? ''}
            aria-label={t('filter')}
            placeholder={t('common:filter')}
            leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
            rightSection={typed === '' ? <Kbd keys={['/']} /> : null}
            value={typed}
            maxLength={200}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setTyped('');
            }}
          />
        </Toolbar>
      }
    >
      {error ? (
        <ErrorState
          title={t('loadFailed')}
          safe={t('common:nothingLost')}
          actions={<Button onClick={() => void refetch()}>{t('common:retry')}</Button>}
        />
      ) : !folders ? (
        <LoadingBoxes heights={[36, 520]} label={t('common:loading')} />
      ) : folders.length === 0 ? (
        <NoFolders clientId={clientId} />
      ) : (
        <div className={classes.files}>
          <FilesPane
            clientId={clientId}
            folders={folders}
            text={text}
            onOpen={open}
            onAttach={attach}
            onClear={() => setTyped('')}
          />
          <Feed clientId={clientId} onOpen={openUrl} />
        </div>
      )}
      {attaching && <AttachDialog clientId={clientId} file={attaching} onClose={() => setAttaching(null)} />}
    </View>
  );
}
