import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../lib/commands/CommandsProvider.tsx';
import type { Command } from '../../lib/commands/command.ts';
import { useRead } from '../../lib/queries.ts';
import { labelText, useUndo } from '../../lib/undo.ts';

/** Undo and redo as commands: by key outside fields, which keep their own undo, and in the palette by name. */
export default function UndoHost() {
  const { t } = useTranslation();
  const { undo, redo } = useUndo();
  const { data: state } = useRead('undo.state');
  const commands = useMemo<readonly Command[]>(() => {
    const hint = (label: Parameters<typeof labelText>[1] | null | undefined) =>
      label ? { hint: labelText(t, label) } : {};
    const back = {
      label: t('common:undoLast'),
      icon: <IconArrowBackUp size={16} stroke={1.5} aria-hidden />,
      run: () => void undo(),
      ...hint(state?.undo),
    };
    const forward = {
      label: t('common:redoLast'),
      icon: <IconArrowForwardUp size={16} stroke={1.5} aria-hidden />,
      run: () => void redo(),
      ...hint(state?.redo),
    };
    return [
      { ...back, id: 'undo.undo', keys: 'mod+z' },
      { ...forward, id: 'undo.redo', keys: 'mod+shift+z' },
      // The second habit for redo on Windows and Linux.
      { ...forward, id: 'undo.redoToo', keys: 'mod+y', hidden: true },
    ];
  }, [t, undo, redo, state]);
  useCommands(commands);
  return null;
}
