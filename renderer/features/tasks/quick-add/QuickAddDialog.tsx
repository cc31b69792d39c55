import { Select, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuickPart } from '#shared/domain/quick-add.ts';
import { clientHref, go } from '../../../lib/addresses.ts';
import { call } from '../../../lib/api.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { KeyHints } from '../../../ui/KeyHints.tsx';
import { useHomeZone } from '../lib/zone.ts';
import { useProblem } from '../panel/use-save.ts';
import { QuickChips } from './QuickChips.tsx';
import { useLikely } from './use-likely.ts';
import { useQuickAdd } from './use-quick-add.ts';

const none: ReadonlySet<QuickPart> = new Set();

/** A new task from anywhere: one line, what was read in it, and whose it is. */
export function QuickAddDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('tasks');
  const zone = useHomeZone();
  const toast = useToast();
  const problem = useProblem();
  const clients = (useRead('clients.list').data ?? []).filter((client) => !client.archived);
  const here = /^#\/client\/([0-9a-f-]{36})/.exec(window.location.hash)?.[1];
  const [text, setText] = useState('');
  const [declined, setDeclined] = useState(none);
  const [chosen, setChosen] = useState<string | null>(here ?? null);
  const [error, setError] = useState<{ readonly client?: string; readonly title?: string }>({});
  const read = useQuickAdd(text, declined);
  const clientId = chosen ?? (clients.length === 1 ? (clients[0]?.id ?? null) : null);
  const likely = useLikely(clientId, read);
  const { typed } = likely;
  const client = clients.find((one) => one.id === clientId);

  const add = async (withTimer: boolean) => {
    if (!client) return setError({ client: t('quickAdd.chooseClient') });
    const { title, category, estimateMinutes } = typed;
    const due = typed.due && { ...typed.due, zone: typed.due.time ? zone : null };
    try {
      const { id } = await call('tasks.add', { clientId: client.id, title, due, category, estimateMinutes });
      if (withTimer) await call('time.start', { clientId: client.id, taskId: id });
      onClose();
      toast.show({
        text: t('quickAdd.added', { title, client: client.name }),
        tone: 'success',
        action: { label: t('quickAdd.open'), run: () => go(clientHref(client.id, 'board', id)) },
      });
    } catch (failure) {
      setError({ title: problem(failure) });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (likely.onKey(event)) return;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void add(true);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      onSubmit={() => void add(false)}
      title={t('quickAdd.title')}
      width={560}
      footnote={
        <KeyHints
          hints={[
            { keys: ['Ctrl Enter'], label: t('quickAdd.hintTimer') },
            { keys: ['Esc'], label: t('quickAdd.hintClose') },
          ]}
        />
      }
      actions={
        <Button size="lg" variant="primary" type="submit" keys={['Enter']}>
          {t('quickAdd.add')}
        </Button>
      }
    >
      <TextInput
        aria-label={t('newTask')}
        placeholder={t('quickAdd.placeholder')}
        value={text}
        maxLength={500}
        error={error.title}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setError({});
        }}
        onKeyDown={onKeyDown}
        data-autofocus
      />
      <div style={{ minHeight: '2rem', margin: '0.5rem -0.625rem 0' }}>
        <QuickChips
          typed={typed}
          zone={zone}
          onDecline={(part) => likely.decline(part) || setDeclined(new Set([...declined, part]))}
          took={likely.took}
          onUse={likely.use}
        />
      </div>
      <Select
        label={t('quickAdd.client')}
        placeholder={t('quickAdd.chooseClient')}
        value={clientId}
        onChange={(value) => {
          setChosen(value);
          setError({});
        }}
        error={error.client}
        onKeyDown={onKeyDown}
        data={clients.map((one) => ({ value: one.id, label: one.name }))}
        leftSection={client && <ClientMark colour={client.color} />}
        searchable
        allowDeselect={false}
      />
    </Dialog>
  );
}
