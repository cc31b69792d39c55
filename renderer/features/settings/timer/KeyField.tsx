import { TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { globalKeyOf } from '#shared/domain/global-key.ts';
import type { GlobalKeyView } from '#shared/ipc/global-key.ts';
import { refusedFields } from '../../../lib/form-errors.ts';
import { useWrite } from '../../../lib/queries.ts';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';

interface KeyFieldProps {
  readonly id: string;
  readonly chosen: GlobalKeyView;
}

/** A field that takes the keys that are pressed in it; Tab and Escape do what they always do. */
export function KeyField({ id, chosen }: KeyFieldProps) {
  const { t } = useTranslation('settings');
  const announce = useAnnounce();
  const choose = useWrite('globalKey.choose');
  const [listening, setListening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pressed, setPressed] = useState<string | null>(null);
  const save = (keys: string | null) => {
    setProblem(null);
    setPressed(keys);
    choose.mutate(
      { keys },
      {
        onSuccess: () => announce(t('timer.saved', { keys: keys ?? t('timer.none') })),
        onError: (error) => setProblem(refusedFields(t, error).keys ?? error.message),
        onSettled: () => setPressed(null),
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.key === 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    const { ctrlKey, altKey, shiftKey, metaKey } = event;
    const plain = !ctrlKey && !altKey && !shiftKey && !metaKey;
    if (plain && (event.key === 'Backspace' || event.key === 'Delete')) return save(null);
    const keys = globalKeyOf({ code: event.code, ctrlKey, altKey, shiftKey, metaKey });
    if (keys) save(keys);
  };
  const shown = pressed ?? chosen.keys ?? '';
  return (
    <TextInput
      id={id}
      aria-describedby={`${id}-text`}
      readOnly
      autoComplete="off"
      value={shown.replaceAll('+', ' + ')}
      placeholder={t(listening ? 'timer.press' : 'timer.none')}
      error={problem ?? (chosen.state === 'refused' ? t('timer.refused') : undefined)}
      onFocus={() => setListening(true)}
      onBlur={() => setListening(false)}
      onKeyDown={onKeyDown}
      rightSection={
        chosen.keys && (
          <IconButton
            label={t('timer.clear')}
            icon={<IconX size={16} stroke={1.5} />}
            onClick={() => save(null)}
          />
        )
      }
    />
  );
}
